package org.yuzuri.settings.lint.disk;

import java.util.List;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
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

  private static final List<String> COMMANDS = List.of("partition", "raid", "logvol", "btrfs");
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
      Release release, Commands commands, boolean serverKnown, List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART) {
      return;
    }
    Severity severity = serverKnown ? Severity.ERROR : Severity.WARNING;
    for (String title : COMMANDS) {
      commands.of(title).forEach(command -> check(command, severity, findings));
    }
  }

  private static void check(ParsedCommand command, Severity severity, List<Finding> findings) {
    Arguments arguments = command.arguments();
    String place = BootLint.place(arguments);
    String type = arguments.text("fstype");
    boolean onRoot = ON_ROOT.contains(place);
    boolean other = ON_LINUX.contains(place) && OTHERS.contains(type);
    if ((onRoot || other) && Templates.areIn(command)) {
      return;
    }
    if (onRoot) {
      findings.add(
          command.finding(
              FindingCode.UNUSABLE_VALUE,
              severity,
              arguments.wordOf("mntpoint"),
              place,
              command.command().name(),
              "/, /boot, /home, /opt, /srv, /tmp, /usr, /var, …",
              ""));
    } else if (other) {
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
