package org.yuzuri.portal.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever page is added has its section of the help, in both languages, and a way to it. */
class HelpTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final String FRAME = "template=\"/WEB-INF/template/page.xhtml\"";
  private static final String HELPS_FRAME = "template=\"/WEB-INF/template/help.xhtml\"";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void everyPageHasItsSectionAndEverySectionItsPage(String language) throws IOException {
    ResourceBundle texts =
        ResourceBundle.getBundle("org.yuzuri.portal.web.messages", Locale.forLanguageTag(language));

    for (String kind : new String[] {"help.", "helpTitle."}) {
      assertThat(
              texts.keySet().stream()
                  .filter(key -> key.startsWith(kind))
                  .map(key -> key.substring(kind.length())))
          .as(kind)
          .containsExactlyInAnyOrderElementsOf(pages().keySet());
    }
  }

  @Test
  void everyPageHasTheLinkToItsSection() throws IOException {
    Set<String> without = new TreeSet<>();
    pages()
        .forEach(
            (topic, source) -> {
              boolean framed = source.contains(FRAME) || source.contains(HELPS_FRAME);
              boolean has =
                  source.contains("template/language.xhtml")
                      || source.contains("template/help-link.xhtml");
              if (!framed && !has) {
                without.add(topic);
              }
            });
    assertThat(without).isEmpty();
    for (String frame : new String[] {"page", "help"}) {
      assertThat(Files.readString(PAGES.resolve("WEB-INF/template/" + frame + ".xhtml")))
          .contains("language.xhtml");
    }
  }

  @Test
  void glossaryHasTheWordsOfTheDocument() throws IOException {
    String document = Files.readString(Path.of("../docs/words.md"));

    assertThat(GlossaryBean.read(document))
        .hasSizeGreaterThan(60)
        .allSatisfy(word -> assertThat(word.meaning()).isNotBlank().doesNotContain("`", "*"))
        .extracting(GlossaryBean.Word::name)
        .contains("server", "tenant", "fence")
        .doesNotContain("word", "---");
  }

  /** A word that has come to one of them has come to the other. */
  @Test
  void glossaryIsCompleteInJapanese() throws IOException {
    List<String> japanese =
        Files.readAllLines(Path.of("../docs/words.ja.md")).stream()
            .filter(line -> line.startsWith("| "))
            .skip(2)
            .map(line -> line.split("\\|", -1)[1].strip())
            .toList();

    assertThat(japanese)
        .containsExactlyElementsOf(
            GlossaryBean.read(Files.readString(Path.of("../docs/words.md"))).stream()
                .map(GlossaryBean.Word::name)
                .toList());
    assertThat(GlossaryBean.readJapanese(Files.readString(Path.of("../docs/words.ja.md"))))
        .allSatisfy(word -> assertThat(word.meaning()).containsPattern("[ぁ-ん]"));
  }

  @Test
  void codesAreSaidInGeneral() {
    assertThat(CodesBean.general("{0}: \"{1}\" isn''t possible"))
        .isEqualTo("…: \"…\" isn't possible");
  }

  /** All but the one that shows nothing and leads on. */
  private static Map<String, String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(PAGES::relativize)
          .filter(file -> !file.startsWith("WEB-INF") && !file.startsWith("resources"))
          .filter(file -> !file.toString().equals("index.xhtml"))
          .collect(
              Collectors.toMap(
                  file -> HelpBean.topic("/" + file), HelpTest::source, (a, b) -> a, TreeMap::new));
    }
  }

  private static String source(Path page) {
    try {
      return Files.readString(PAGES.resolve(page));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
