package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kickstarts of the conformance tests: composed ones, and ours in the styles of others. */
final class Corpus {

  static final Path PLACE = Path.of("target", "conformance");
  private static final Path STYLES = Path.of("src", "test", "styles");

  private static boolean made;

  private Corpus() {}

  /** Makes it and lets pykickstart judge each file, once. */
  static synchronized void make() throws Exception {
    if (!made) {
      Pykickstart.Result result = Pykickstart.script("corpus.py", PLACE);
      assertThat(result.exitCode()).as(result.output()).isZero();
      made = true;
    }
  }

  /** Rows of release, file, verdict, reason. */
  static List<String[]> verdicts() throws IOException {
    return Files.readAllLines(PLACE.resolve("verdicts.tsv")).stream()
        .map(row -> row.split("\t", -1))
        .toList();
  }

  /** Ours in the styles of others whose names end so. */
  static List<Path> styled(String ending) throws IOException {
    try (Stream<Path> files = Files.list(STYLES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** All kickstarts. */
  static List<Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    verdicts().forEach(row -> files.put(row[1], PLACE.resolve(row[1])));
    return List.copyOf(files.values());
  }
}
