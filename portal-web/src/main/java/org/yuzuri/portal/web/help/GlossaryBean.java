package org.yuzuri.portal.web.help;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The words of {@code docs/words.md}, which is built into the portal. */
@Named("glossary")
@ApplicationScoped
public class GlossaryBean {

  private static final String SOURCE = "words.md";

  private List<Word> words = List.of();

  /**
   * One word.
   *
   * @param name as pages have it; several that mean the same, by commas
   * @param meaning one or two sentences
   */
  public record Word(String name, String meaning) {}

  @PostConstruct
  void load() {
    try (InputStream source =
        Objects.requireNonNull(GlossaryBean.class.getResourceAsStream(SOURCE), SOURCE)) {
      words = read(new String(source.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of them, in the order of the file. */
  public List<Word> getWords() {
    return words;
  }

  /** The rows of the table, without its head, and without the signs of Markdown. */
  static List<Word> read(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Word(plain(cells[1]), plain(cells[2])))
        .toList();
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "").replace("*", "");
  }
}
