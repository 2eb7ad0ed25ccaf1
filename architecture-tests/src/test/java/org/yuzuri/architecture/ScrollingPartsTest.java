package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What scrolls in a page that is narrower than its content can be scrolled with the keyboard, so it
 * takes the focus. A browser's test sees only what overflows in the state that it happens to open.
 */
class ScrollingPartsTest {

  private static final Path WEBAPP = Path.of("../portal-web/src/main/webapp");

  /**
   * Classes that {@code yuzuri.css} gives a scroll bar, and whose content need not have a focus.
   */
  private static final Set<String> SCROLLING =
      Set.of("table-scroll", "chart", "side-by-side", "log", "token");

  private static final int FEWEST = 30;
  private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:\\s+[\\w:-]+=\"[^\"]*\")*\\s*/?>");
  private static final Pattern CLASSES = Pattern.compile("\\b(?:class|styleClass)=\"([^\"]*)\"");
  private static final Pattern FOCUSED = Pattern.compile("\\s(?:pt:)?tabindex=\"0\"");

  @Test
  void whatScrollsTakesTheFocus() throws IOException {
    Map<String, Set<String>> wrong = new TreeMap<>();
    int looked = 0;
    for (Path file : pages()) {
      Matcher tag = TAG.matcher(Files.readString(file));
      while (tag.find()) {
        if (scrolls(tag.group())) {
          looked++;
          if (!FOCUSED.matcher(tag.group()).find()) {
            wrong
                .computeIfAbsent(WEBAPP.relativize(file).toString(), any -> new TreeSet<>())
                .add(tag.group());
          }
        }
      }
    }
    assertThat(looked).as("parts that scroll").isGreaterThanOrEqualTo(FEWEST);
    assertThat(wrong).as("parts that scroll, but not by the keyboard").isEmpty();
  }

  private static boolean scrolls(String tag) {
    Matcher classes = CLASSES.matcher(tag);
    return classes.find() && Stream.of(classes.group(1).split(" ")).anyMatch(SCROLLING::contains);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
  }
}
