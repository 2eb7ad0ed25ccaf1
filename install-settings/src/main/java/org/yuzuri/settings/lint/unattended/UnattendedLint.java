package org.yuzuri.settings.lint.unattended;

import java.util.List;
import java.util.Set;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Release;

/** KS2xx: what keeps an installation from running by itself. */
public final class UnattendedLint {

  private static final Set<String> SOURCES =
      Set.of("url", "nfs", "liveimg", "ostreesetup", "ostreecontainer", "bootc", "rhsm");
  private static final Set<String> MEDIA = Set.of("cdrom", "harddrive", "hmc");

  /** Commands that divide disks. */
  public static final Set<String> DIVISIONS =
      Set.of("autopart", "partition", "reqpart", "mount", "btrfs", "logvol", "raid");

  private static final Set<String> PERSONAL =
      Set.of("interactive", "autostep", "rescue", "mediacheck", "vnc", "rdp");
  private static final List<String> ANSWERS = List.of("lang", "keyboard", "timezone");

  private UnattendedLint() {}

  /** Looks for what would wait for a person. */
  public static void check(Release release, Commands commands, List<Finding> findings) {
    CommandTable table = CommandTable.of(release);
    for (ParsedCommand command : commands) {
      // What the release only takes to say that it does nothing does not wait either.
      if (table.takes(command.command().name())) {
        waits(command, findings);
      }
    }
    boolean includes = commands.has("%include");
    if (!commands.has("reboot")) {
      findings.add(whole(FindingCode.NO_END_GIVEN, Severity.INFO, "reboot"));
    }
    if (!includes) {
      missing(commands, findings);
    }
  }

  private static void waits(ParsedCommand command, List<Finding> findings) {
    boolean asks =
        PERSONAL.contains(command.title())
            || (command.title().equals("ignoredisk") && command.arguments().has("interactive"))
            || (command.title().equals("firstboot") && asksLater(command));
    if (asks) {
      findings.add(command.finding(FindingCode.WAITS_FOR_A_PERSON, Severity.WARNING));
    }
    boolean onMedium =
        command.title().equals("driverdisk") && command.arguments().hasText("partition");
    if (MEDIA.contains(command.title()) || onMedium) {
      findings.add(command.finding(FindingCode.ABSENT_MEDIUM, Severity.WARNING));
    }
    boolean off = command.title().equals("reboot") && !command.command().name().equals("reboot");
    if (off) {
      findings.add(command.finding(FindingCode.POWER_OFF, Severity.INFO));
    }
  }

  private static boolean asksLater(ParsedCommand command) {
    return command
        .arguments()
        .find("firstboot")
        .filter(use -> !use.option().name().startsWith("--disable"))
        .isPresent();
  }

  private static void missing(Commands commands, List<Finding> findings) {
    for (String answer : ANSWERS) {
      if (!commands.has(answer)) {
        findings.add(whole(FindingCode.OPEN_QUESTION, Severity.WARNING, answer));
      }
    }
    if (!commands.has("rootpw") && !commands.has("user")) {
      findings.add(whole(FindingCode.OPEN_QUESTION, Severity.WARNING, "rootpw"));
    }
    boolean told = findings.stream().anyMatch(f -> f.code() == FindingCode.NO_SOURCE);
    if (!commands.hasAny(SOURCES) && !told) {
      findings.add(whole(FindingCode.NO_SOURCE, Severity.WARNING, "url"));
    }
    if (!commands.hasAny(DIVISIONS)) {
      findings.add(whole(FindingCode.NO_DIVISION, Severity.WARNING, "autopart"));
    }
  }

  private static Finding whole(FindingCode code, Severity severity, String found) {
    return new Finding(code, severity, 0, 0, found);
  }
}
