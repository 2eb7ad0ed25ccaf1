package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/**
 * Settings that people met trouble with, one a file of {@code src/test/reviewed}: the release, the
 * server and the public report; the text; and all that its tenant is told, in both languages.
 */
class ReviewedCasesTest {

  private static final Path PLACE = Path.of("src", "test", "reviewed");
  private static final String TOLD = "# is told";

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(PLACE)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tenantIsToldWhatIsTheMatterAndNothingElse(Path file) throws IOException {
    String whole = Files.readString(file);
    int told = whole.indexOf(TOLD);
    String[] header = whole.substring(2, whole.indexOf('\n')).split(", ", -1);
    String text =
        whole
            .substring(whole.indexOf('\n') + 1, told)
            .replace("\\r", "\r")
            .replace("\\uFEFF", "\uFEFF");

    List<Finding> findings = plan(Release.of(header[0]), header[1], text).findings();

    String heading = findings.isEmpty() ? TOLD + " nothing\n" : TOLD + "\n";
    assertThat(
            findings.stream()
                .map(ReviewedCasesTest::told)
                .collect(Collectors.joining("", heading, "")))
        .isEqualTo(whole.substring(told));
  }

  private static InstallPlan plan(Release release, String server, String text) {
    Facts facts = server.equals("uefi") ? Servers.uefi(release) : Servers.inTransfer(release);
    return Synthesis.plan(release, text, facts);
  }

  private static String told(Finding finding) {
    return "%s %s line %d\n  %s\n  %s\n"
        .formatted(
            finding.code(),
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.line(),
            finding.message(Locale.ENGLISH),
            finding.message(Locale.JAPANESE));
  }
}
