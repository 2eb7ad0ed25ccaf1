package org.yuzuri.settings.lint.disk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.unattended.UnattendedLint;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;

/**
 * KS208, KS504: a lent server's disks are erased. They have no label, and nothing that a line could
 * use again, unless a script makes it.
 *
 * <p>Source: Anaconda, {@code partitioning/custom/custom_partitioning.py}: it stops at partitions,
 * arrays, groups and volumes that are not there, and at BIOS disks that the firmware does not name.
 */
public final class BlankDiskLint {

  private static final Set<String> MAKERS =
      Set.of("partition", "raid", "volgroup", "logvol", "btrfs", "stratispool");

  private BlankDiskLint() {}

  /** Looks for labels, and for what would have to be there before. */
  public static void check(
      Release release, KickstartTree tree, Commands commands, Facts facts, List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART || commands.has("%include")) {
      return;
    }
    boolean divides = commands.hasAny(UnattendedLint.DIVISIONS);
    if (divides && !initializes(commands)) {
      findings.add(
          new Finding(FindingCode.BLANK_DISKS, Severity.WARNING, 0, 0, "zerombr", release.title()));
    }
    boolean unknown = makesByScript(tree);
    for (ParsedCommand command : commands) {
      Arguments arguments = command.arguments();
      boolean onBios = command.title().equals("partition") && arguments.hasText("onbiosdisk");
      if (onBios && facts.firmware() == Firmware.UEFI) {
        String disk = arguments.text("onbiosdisk");
        say(command, Severity.ERROR, "onbiosdisk", "--onbiosdisk=" + disk, findings);
      }
      if (!unknown) {
        again(command, findings);
      }
    }
  }

  private static boolean initializes(Commands commands) {
    return commands.has("zerombr")
        || commands.has("mount")
        || commands.of("clearpart").stream().anyMatch(c -> c.arguments().has("initAll"));
  }

  /** What a script does before the disks are divided is not known here. */
  private static boolean makesByScript(KickstartTree tree) {
    return tree.nodes().stream()
        .anyMatch(node -> node instanceof Node.Section section && section.name().equals("%pre"));
  }

  private static void again(ParsedCommand command, List<Finding> findings) {
    Arguments arguments = command.arguments();
    if (command.title().equals("mount")) {
      say(command, Severity.WARNING, "device", arguments.text("device"), findings);
    } else if (MAKERS.contains(command.title())) {
      Optional<String> used = used(arguments);
      used.ifPresent(
          what -> say(command, Severity.WARNING, destination(arguments), what, findings));
    }
  }

  private static String destination(Arguments arguments) {
    return arguments.has("onPart") ? "onPart" : arguments.has("preexist") ? "preexist" : "format";
  }

  private static Optional<String> used(Arguments arguments) {
    return arguments.hasText("onPart")
        ? Optional.of(arguments.text("onPart"))
        : arguments.find(destination(arguments)).map(use -> use.option().name());
  }

  private static void say(
      ParsedCommand command,
      Severity severity,
      String destination,
      String found,
      List<Finding> findings) {
    findings.add(
        command.finding(
            FindingCode.UNDEFINED_STORAGE,
            severity,
            command.arguments().wordOf(destination),
            found,
            command.command().name(),
            "part / --ondisk=… --size=…"));
  }
}
