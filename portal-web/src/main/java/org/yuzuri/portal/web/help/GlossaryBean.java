package org.yuzuri.portal.web.help;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * The words of {@code docs/words.md} and, in Japanese, of {@code docs/words.ja.md}, which are built
 * into the portal.
 */
@Named("glossary")
@ApplicationScoped
public class GlossaryBean {

  private static final String ENGLISH = "words.md";
  private static final String JAPANESE = "words.ja.md";

  @Inject Texts texts;

  private List<Word> english = List.of();
  private List<Word> japanese = List.of();

  /**
   * One word.
   *
   * @param name as pages have it; several that mean the same, by commas
   * @param meaning one or two sentences
   */
  public record Word(String name, String meaning) {}

  @PostConstruct
  void load() {
    english = read(source(ENGLISH));
    japanese = readJapanese(source(JAPANESE));
  }

  private static String source(String file) {
    try (InputStream source =
        Objects.requireNonNull(GlossaryBean.class.getResourceAsStream(file), file)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of them in the reader's language, in the order of the file. */
  public List<Word> getWords() {
    return texts.getLocale().getLanguage().equals(Locale.JAPANESE.getLanguage())
        ? japanese
        : english;
  }

  /** The rows of the table, without its head, and without the signs of Markdown. */
  static List<Word> read(String markdown) {
    return cells(markdown).map(cells -> new Word(plain(cells[1]), plain(cells[2]))).toList();
  }

  /** The same of the Japanese table, whose first column is the English word. */
  static List<Word> readJapanese(String markdown) {
    return cells(markdown)
        .map(cells -> new Word(plain(cells[2]) + " (" + plain(cells[1]) + ")", plain(cells[3])))
        .toList();
  }

  private static Stream<String[]> cells(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> line.split("\\|", -1));
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "").replace("*", "");
  }
}
