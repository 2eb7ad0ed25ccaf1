package org.yuzuri.settings.lint.disk;

import java.util.List;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS209: directories that have to be on the root file system, and those that need a file system of
 * Linux.
 *
 * <p>Source: Anaconda, {@code storage/checker/utils.py}, with anaconda.conf's {@code
 * must_be_on_root} and {@code must_be_on_linuxfs}; the same lists before there was that file.
 */
public final class MountPointLint {

  private static final Set<String> COMMANDS = Set.of("partition", "raid", "logvol", "btrfs");
  private static final Set<String> ON_ROOT =
      Set.of("/bin", "/dev", "/sbin", "/etc", "/lib", "/root", "/mnt", "/proc");
  private static final Set<String> ON_LINUX =
      Set.of("/", "/var", "/tmp", "/usr", "/home", "/usr/share", "/usr/lib");

  /** Formats that blivet makes and that are not Linux's own, or cannot be mounted. */
  private static final Set<String> OTHERS =
      Set.of(
          "vfat",
          "efi",
          "EFI System Partition",
          "ntfs",
          "hfs",
          "hfs+",
          "macefi",
          "swap",
          "biosboot",
          "prepboot",
          "appleboot",
          "lvmpv",
          "mdmember");

  private MountPointLint() {}

  /** Looks at each line that mounts something. */
  public static void check(
      Release release, List<ParsedCommand> commands, boolean serverKnown, List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART) {
      return;
    }
    Severity severity = serverKnown ? Severity.ERROR : Severity.WARNING;
    for (ParsedCommand command : commands) {
      if (!COMMANDS.contains(command.title()) || Templates.areIn(command)) {
        continue;
      }
      Arguments arguments = command.arguments();
      String place = BootLint.place(arguments);
      String type = arguments.text("fstype");
      if (ON_ROOT.contains(place)) {
        findings.add(
            command.finding(
                FindingCode.UNUSABLE_VALUE,
                severity,
                arguments.wordOf("mntpoint"),
                place,
                command.command().name(),
                "/, /boot, /home, /opt, /srv, /tmp, /usr, /var, …",
                ""));
      } else if (ON_LINUX.contains(place) && OTHERS.contains(type)) {
        findings.add(
            command.finding(
                FindingCode.UNUSABLE_VALUE,
                severity,
                arguments.wordOf("fstype"),
                type,
                command.command().name() + " " + place,
                "ext4, xfs",
                ""));
      }
    }
  }
}
