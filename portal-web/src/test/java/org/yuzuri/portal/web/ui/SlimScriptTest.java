package org.yuzuri.portal.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlimScriptTest {

  private static final Pattern TAG = Pattern.compile("<p:(\\w+)");
  private static final Pattern DEFINED = Pattern.compile("PrimeFaces\\.widget\\.(\\w+)=");
  private static final Pattern NAMED = Pattern.compile("PrimeFaces\\.widget\\.(\\w+)");

  /** What a tag's page needs of the script; nothing where it is elsewhere, or plain HTML. */
  private static final Map<String, Set<String>> WIDGETS =
      Map.ofEntries(
          Map.entry("dataTable", Set.of("DataTable", "Paginator")),
          Map.entry("column", Set.of()),
          Map.entry("columnToggler", Set.of("ColumnToggler")),
          Map.entry("commandButton", Set.of("CommandButton")),
          Map.entry("messages", Set.of("Messages")),
          Map.entry("autoUpdate", Set.of()),
          Map.entry("dataView", Set.of("DataView", "Paginator")),
          Map.entry("dataViewGridItem", Set.of()),
          Map.entry("ajax", Set.of()),
          Map.entry("poll", Set.of()),
          Map.entry("remoteCommand", Set.of()));

  /** Defined by PrimeFaces' core. */
  private static final Set<String> OF_THE_CORE =
      Set.of("BaseWidget", "DeferredWidget", "DynamicOverlayWidget");

  @Test
  void everyTagOfThePagesHasItsWidgets() throws IOException {
    Set<String> needed = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        for (MatchResult tag : TAG.matcher(Files.readString(page)).results().toList()) {
          assertThat(WIDGETS).as("widgets of the tags of " + page).containsKey(tag.group(1));
          needed.addAll(WIDGETS.getOrDefault(tag.group(1), Set.of()));
        }
      }
    }
    assertThat(SlimScript.KEPT).containsAll(needed);
  }

  /** A release that writes its script otherwise is noticed here. */
  @Test
  void theScriptHasTheKeptWidgetsAndNoOthersAndNamesNoneThatIsNotThere() throws IOException {
    String whole = script();

    String slim = SlimScript.slim(whole);

    assertThat(names(DEFINED, slim)).isEqualTo(new TreeSet<>(SlimScript.KEPT));
    Set<String> there = names(DEFINED, slim);
    there.addAll(OF_THE_CORE);
    assertThat(there).containsAll(names(NAMED, slim));
    assertThat(slim.length()).isLessThan(whole.length() / 3);
    assertThat(slim).startsWith(whole.substring(0, 1000));
    assertThat(slim.chars().filter(c -> c == '{').count())
        .isEqualTo(slim.chars().filter(c -> c == '}').count());
  }

  private static Set<String> names(Pattern pattern, String script) {
    return pattern
        .matcher(script)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String script() throws IOException {
    try (InputStream script =
        SlimScriptTest.class.getResourceAsStream("/META-INF/resources/primefaces/components.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
