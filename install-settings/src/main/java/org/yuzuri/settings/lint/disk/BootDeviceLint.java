package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS209: what a line makes to boot from, and the boot loader cannot: arrays, file systems, labels.
 *
 * <p>Source: Anaconda, {@code bootloader/base.py} and {@code grub2.py} ({@code stage2_raid_levels}:
 * mirrors alone since commit 7985dc40ab of Fedora 43, and before GRUB 2; {@code
 * stage2_format_types}), {@code platform.py} (GPT alone for UEFI since commit 396d9d7a92 of Fedora
 * 43).
 */
public final class BootDeviceLint {

  private static final Set<String> FILE_SYSTEMS = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs");
  private static final List<String> MAKERS = List.of("partition", "raid", "logvol", "btrfs");
  private static final Set<String> OF_FIRMWARE = Set.of("efi", "EFI System Partition");
  private static final String LEVEL = "level";
  private static final String TYPE = "fstype";

  private final Release release;
  private final Facts facts;
  private final List<Finding> findings;

  private BootDeviceLint(Release release, Facts facts, List<Finding> findings) {
    this.release = release;
    this.facts = facts;
    this.findings = findings;
  }

  /** Looks at what {@code /boot}, or the root without one, is made of, and at the firmware's. */
  public static void check(
      Release release, Commands commands, Facts facts, List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART || BootLint.hasNoBootLoader(commands)) {
      return;
    }
    BootDeviceLint lint = new BootDeviceLint(release, facts, findings);
    boolean second = BootLint.readsASecondStage(commands);
    commands.of("clearpart").forEach(lint::label);
    List<ParsedCommand> boots = at("/boot", commands);
    if (second) {
      (boots.isEmpty() ? at("/", commands) : boots).forEach(lint::secondStage);
    }
    for (ParsedCommand command : commands.of("raid")) {
      if (BootLint.place(command.arguments()).equals("/boot/efi")) {
        lint.firmwares(command);
      }
    }
  }

  /** The lines that make a file system there. */
  private static List<ParsedCommand> at(String place, Commands commands) {
    List<ParsedCommand> found = new ArrayList<>();
    for (String title : MAKERS) {
      for (ParsedCommand command : commands.of(title)) {
        if (BootLint.place(command.arguments()).equals(place)) {
          found.add(command);
        }
      }
    }
    return found;
  }

  private void label(ParsedCommand command) {
    boolean refused = release.isSince("F43") && facts.firmware() == Firmware.UEFI;
    if (refused && command.arguments().text("disklabel").equals("msdos")) {
      say(command, Severity.ERROR, "disklabel", "--disklabel", "gpt");
    }
  }

  private void secondStage(ParsedCommand command) {
    Arguments arguments = command.arguments();
    String type = arguments.text(TYPE);
    if (!type.isEmpty() && !FILE_SYSTEMS.contains(type)) {
      say(command, Severity.ERROR, TYPE, "--fstype", "ext4, xfs");
    }
    boolean mirrorsOnly = release.isSince("F43") || !release.isSince("F16");
    boolean mayBeMirrorsOnly = release.name().equals("RHEL10");
    boolean other =
        command.title().equals("raid")
            && arguments.has(LEVEL)
            && !arguments.has("preexist")
            && !RaidLevels.isMirror(arguments);
    if (other && (mirrorsOnly || mayBeMirrorsOnly)) {
      say(command, mirrorsOnly ? Severity.ERROR : Severity.WARNING, LEVEL, "--level", "1");
    }
  }

  private void firmwares(ParsedCommand command) {
    boolean uefi = facts.firmware() == Firmware.UEFI;
    if (uefi && !OF_FIRMWARE.contains(command.arguments().text(TYPE))) {
      say(command, Severity.ERROR, TYPE, "--fstype", "efi");
    }
  }

  private void say(
      ParsedCommand command, Severity severity, String destination, String option, String wanted) {
    findings.add(
        command.finding(
            FindingCode.UNUSABLE_VALUE,
            severity,
            command.arguments().wordOf(destination),
            command.arguments().text(destination),
            option,
            wanted,
            ""));
  }
}
