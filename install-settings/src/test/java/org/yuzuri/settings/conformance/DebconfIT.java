package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.preseed.InstallerAnswers;
import org.yuzuri.settings.release.Release;

/** Plans of preseeds, loaded by Debian's own {@code debconf-set-selections} and read back. */
class DebconfIT {

  private static final Path PLACE = Path.of("target", "debconf").toAbsolutePath();

  /** Those without an error: the others are never ordered. */
  static List<Path> preseeds() throws IOException {
    List<Path> accepted = new ArrayList<>();
    for (Path file : Corpus.styled(".cfg")) {
      if (Synthesis.check(Release.PRESEED, Files.readString(file)).stream()
          .noneMatch(finding -> finding.severity() == Severity.ERROR)) {
        accepted.add(file);
      }
    }
    return accepted;
  }

  @ParameterizedTest
  @MethodSource("preseeds")
  void everyAnswerIsReadBack(Path preseed) throws Exception {
    InstallPlan plan =
        Synthesis.plan(Release.PRESEED, Files.readString(preseed), Servers.uefi(Release.PRESEED));
    Path directory = Files.createDirectories(PLACE.resolve(preseed.getFileName().toString()));
    Path settings = Files.writeString(directory.resolve("plan.cfg"), plan.text());
    Path database = directory.resolve("answers.dat");
    Files.deleteIfExists(database);

    ProcessBuilder loader =
        new ProcessBuilder("debconf-set-selections", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    loader.environment().put("DEBCONF_SYSTEMRC", databases(directory, database).toString());
    Process load = loader.start();
    assertThat(load.waitFor()).as(Files.readString(directory.resolve("log"))).isZero();

    // debconf's own reader keeps the white space around a continuation, the installer's does not.
    Map<String, String> expected = new LinkedHashMap<>(InstallerAnswers.of(plan.text()));
    expected.replaceAll((question, answer) -> answer.replaceAll("\\s+", " ").strip());
    assertThat(values(Files.readString(database))).containsAllEntriesOf(expected);
    assertThat(expected).hasSizeGreaterThan(30);
  }

  /** Databases of our own: nothing of this machine's is touched. Source: debconf.conf(5). */
  private static Path databases(Path directory, Path answers) throws IOException {
    Path templates = directory.resolve("templates.dat");
    Files.deleteIfExists(templates);
    List<String> lines =
        List.of(
            "Config: answers",
            "Templates: templates",
            "",
            "Name: answers",
            "Driver: File",
            "Filename: " + answers,
            "",
            "Name: templates",
            "Driver: File",
            "Filename: " + templates);
    return Files.write(directory.resolve("debconf.conf"), lines);
  }

  private static Map<String, String> values(String database) {
    Map<String, String> values = new LinkedHashMap<>();
    String name = "";
    for (String line : database.split("\n", -1)) {
      if (line.startsWith("Name: ")) {
        name = line.substring("Name: ".length());
      } else if (line.startsWith("Value:")) {
        values.put(name, line.substring("Value:".length()).replaceAll("\\s+", " ").strip());
      }
    }
    return values;
  }
}
