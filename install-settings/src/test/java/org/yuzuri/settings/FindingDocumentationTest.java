package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.release.Release;

/** Each code has its chapter and its texts, in both languages, and an example that is true. */
class FindingDocumentationTest {

  private static final Path DOCS = Path.of("..", "docs", "findings");
  private static final Pattern CHAPTER =
      Pattern.compile("(?m)^### (KS[0-9]{3}) — (.+)\\n\\n(.+)\\n\\n\\* .+\\n\\* .+\\n");
  private static final Pattern EXAMPLE =
      Pattern.compile("```(?:kickstart|preseed) (\\S+)\\n(.*?)\\n?```", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /** No example: the text would have to be larger than the page; see HostileInputIT. */
  private static final Set<String> WITHOUT_EXAMPLE = Set.of("KS123");

  private static final List<String> CODES =
      Arrays.stream(FindingCode.values()).map(FindingCode::code).toList();

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ja.md"})
  void eachCodeHasOneChapterInOrder(String page) throws IOException {
    List<String> chapters =
        CHAPTER.matcher(page(page)).results().map(chapter -> chapter.group(1)).toList();

    assertThat(chapters).isEqualTo(CODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ja.md"})
  void exampleOfEachChapterGivesItsFinding(String page) throws IOException {
    Map<String, String> chapters = chapters(page(page));
    Set<String> without = new HashSet<>();
    chapters.forEach(
        (code, chapter) -> {
          List<MatchResult> examples = EXAMPLE.matcher(chapter).results().toList();
          if (examples.isEmpty()) {
            without.add(code);
          }
          for (MatchResult example : examples) {
            assertThat(codes(example))
                .as(example.group())
                .contains(FindingCode.find(code).orElseThrow());
          }
        });

    assertThat(without).isEqualTo(WITHOUT_EXAMPLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"findings.properties", "findings_ja.properties"})
  void eachCodeHasItsMessageAndWhatWasExpected(String bundle) throws IOException {
    Set<String> expected = new HashSet<>();
    CODES.forEach(code -> expected.addAll(List.of(code + ".message", code + ".expected")));

    Set<String> keys = new HashSet<>(keys(bundle));
    keys.removeIf(key -> key.endsWith(".suggestion"));

    assertThat(keys).isEqualTo(expected);
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("findings_ja.properties")).isEqualTo(keys("findings.properties"));
    assertThat(examples(page("README.ja.md"))).isEqualTo(examples(page("README.md")));
  }

  private static Set<FindingCode> codes(MatchResult example) {
    Release release = Release.of(example.group(1));
    String text =
        ESCAPE
            .matcher(example.group(2))
            .replaceAll(e -> Character.toString(Integer.parseInt(e.group(1), 16)));
    Set<FindingCode> codes = new HashSet<>();
    Synthesis.plan(release, text, Servers.inTransfer(release))
        .findings()
        .forEach(finding -> codes.add(finding.code()));
    return codes;
  }

  private static Map<String, String> chapters(String page) {
    Map<String, String> chapters = new TreeMap<>();
    for (String chapter : page.split("(?m)^### ", -1)) {
      if (chapter.startsWith("KS")) {
        chapters.put(chapter.substring(0, "KS000".length()), chapter);
      }
    }
    return chapters;
  }

  private static List<String> examples(String page) {
    List<String> examples = new ArrayList<>();
    EXAMPLE.matcher(page).results().forEach(example -> examples.add(example.group()));
    return examples;
  }

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  private static Set<String> keys(String bundle) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = FindingCode.class.getResourceAsStream("/org/yuzuri/settings/" + bundle)) {
      properties.load(in);
    }
    return properties.stringPropertyNames();
  }
}
