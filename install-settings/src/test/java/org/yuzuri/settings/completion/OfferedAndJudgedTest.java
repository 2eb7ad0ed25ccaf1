package org.yuzuri.settings.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.completion.Completion.Kind;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Release;

/** What the editor offers at the cursor is nothing that the check then refuses. */
class OfferedAndJudgedTest {

  private static final List<FindingCode> REFUSALS =
      List.of(
          FindingCode.UNKNOWN_COMMAND,
          FindingCode.COMMAND_OF_OTHER_RELEASES,
          FindingCode.UNKNOWN_OPTION,
          FindingCode.UNFIT_VALUE,
          FindingCode.UNUSABLE_VALUE,
          FindingCode.NOT_HONOURED);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FC3",
        "RHEL6",
        "RHEL7",
        "RHEL8",
        "RHEL9",
        "RHEL10",
        "F30",
        "F46",
        "KICKSEED",
        "KICKSTART_INSTALLER"
      })
  void nothingThatIsOfferedIsRefused(String name) {
    Release release = Release.of(name);
    List<String> refused = new ArrayList<>();
    int offered = 0;
    for (Completion command : at(release, "")) {
      if (command.kind() != Kind.COMMAND || command.text().startsWith("%")) {
        continue;
      }
      String line = needed(command.text());
      for (Completion option : at(release, line + "--")) {
        List<Completion> values =
            option.text().endsWith("=") ? at(release, line + option.text()) : List.of();
        for (Completion value : values) {
          offered++;
          String whole = line + option.text() + value.text();
          Synthesis.check(release, whole + "\n").stream()
              .filter(finding -> refuses(finding, value.text()))
              .forEach(finding -> refused.add(whole + " " + finding));
        }
        Synthesis.check(release, line + option.text() + "\n").stream()
            .filter(finding -> finding.code() != FindingCode.UNFIT_VALUE)
            .filter(finding -> refuses(finding, option.text().replace("=", "")))
            .forEach(finding -> refused.add(line + option.text() + " " + finding));
      }
    }

    assertThat(refused).isEmpty();
    assertThat(offered).isGreaterThan(20);
  }

  /** A line that lacks nothing: what it lacks would be told instead. */
  private static String needed(String command) {
    return switch (command) {
      case "part", "partition" -> command + " / --size=1 ";
      case "logvol" -> "logvol / --vgname=v --name=n --size=1 ";
      case "raid" -> "raid / --level=1 --device=md0 raid.1 raid.2 ";
      default -> command + " ";
    };
  }

  private static boolean refuses(Finding finding, String offered) {
    return finding.severity() == Severity.ERROR
        && REFUSALS.contains(finding.code())
        && finding.found().contains(offered);
  }

  private static List<Completion> at(Release release, String line) {
    return Completions.at(release, line, 1, line.length() + 1);
  }
}
