package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.yuzuri.settings.lint.command.Mountpoints;
import org.yuzuri.settings.lint.unattended.UnattendedLint;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS503: partitions without which the server cannot boot what is installed; the installer says so
 * only when it has the disks before it. What it cannot start from although there is one: {@link
 * BootDeviceLint}.
 *
 * <p>Source: Anaconda, {@code storage/checker.py} and {@code bootloader/}: a root file system; the
 * platform's stage 1 ({@code /boot/efi}, {@code biosboot} on GPT, unless autopart or reqpart make
 * it), on a partition or a mirror and not encrypted; a {@code /boot} that is no logical volume (but
 * in F21 to F29 and RHEL7) and not encrypted.
 */
public final class BootLint {

  /** From here on an MBR label does not reach the whole disk. */
  private static final long MOST_MBR_GIB = 2048;

  private static final List<String> MAKERS =
      List.of("partition", "logvol", "raid", "btrfs", "stratisfs", "mount");

  private final Release release;
  private final Facts facts;
  private final Commands commands;
  private final List<Finding> findings;
  private final Set<String> places = new HashSet<>();

  private BootLint(Release release, Facts facts, Commands commands, List<Finding> findings) {
    this.release = release;
    this.facts = facts;
    this.commands = commands;
    this.findings = findings;
  }

  /** Looks for what the firmware starts from. */
  public static void check(
      Release release, Commands commands, Optional<Facts> facts, List<Finding> findings) {
    if (facts.isEmpty()) {
      return;
    }
    BootLint lint = new BootLint(release, facts.get(), commands, findings);
    for (String title : MAKERS) {
      commands.of(title).forEach(lint::look);
    }
    if (release.dialect() == Dialect.KICKSEED) {
      lint.kickseed();
    } else if (!commands.has("%include")) {
      lint.check();
    }
  }

  private void look(ParsedCommand command) {
    Arguments arguments = command.arguments();
    String place = place(arguments);
    if (!place.equals("/boot/efi") || startsFirmware(command)) {
      places.add(place);
    }
    if (arguments.text("fstype").equals("biosboot")) {
      places.add("biosboot");
    }
  }

  /** Whether the firmware can read it; Source: Anaconda, {@code platform.py}. */
  private static boolean startsFirmware(ParsedCommand command) {
    Arguments arguments = command.arguments();
    return switch (command.title()) {
      case "partition" -> !arguments.has("encrypted");
      case "raid" -> !arguments.has("encrypted") && RaidLevels.isMirror(arguments);
      case "mount" -> true;
      default -> false;
    };
  }

  /** Where it is mounted; btrfs has that as its first free word. */
  static String place(Arguments arguments) {
    String free = arguments.extras().isEmpty() ? "" : arguments.extras().get(0).text();
    return Mountpoints.normal(arguments.has("mntpoint") ? arguments.text("mntpoint") : free);
  }

  private void check() {
    if (!commands.hasAny(UnattendedLint.DIVISIONS)) {
      return;
    }
    boolean automatic = commands.has("autopart");
    if (!automatic && !places.contains("/")) {
      missing("/", "part / --size=4096 --grow");
    }
    if (release.dialect() == Dialect.KICKSTART_INSTALLER) {
      label();
      return;
    }
    if (automatic || hasNoBootLoader()) {
      return;
    }
    if (!commands.has("reqpart")) {
      stageOne();
    }
    if (readsASecondStage(commands)) {
      stageTwo();
    }
  }

  /** Source: Anaconda, {@code bootloader/systemd.py}: {@code stage2_required} is false. */
  static boolean readsASecondStage(Commands commands) {
    for (ParsedCommand command : commands.of("bootloader")) {
      if (command.arguments().has("sdboot")) {
        return false;
      }
    }
    return true;
  }

  /** Our own installer adds what is missing, but not to a label that cannot have it. */
  private void label() {
    for (ParsedCommand command : commands.of("clearpart")) {
      String label = command.arguments().text("disklabel");
      if (facts.firmware() == Firmware.UEFI && label.equals("msdos")) {
        findings.add(
            command.finding(
                FindingCode.UNFIT_VALUE,
                Severity.ERROR,
                command.arguments().wordOf("disklabel"),
                label,
                "--disklabel",
                "gpt"));
      }
    }
  }

  /** Whether the tenant wants no boot loader. */
  static boolean hasNoBootLoader(Commands commands) {
    for (ParsedCommand command : commands.of("bootloader")) {
      Arguments arguments = command.arguments();
      if (arguments.text("location").equals("none") || arguments.has("disabled")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNoBootLoader() {
    return hasNoBootLoader(commands);
  }

  private void stageOne() {
    if (facts.firmware() == Firmware.UEFI) {
      if (!places.contains("/boot/efi")) {
        missing("/boot/efi", "part /boot/efi --fstype=efi --size=600");
      }
    } else if (isGpt() && !places.contains("biosboot")) {
      missing("biosboot", "part biosboot --fstype=biosboot --size=1");
    }
  }

  /** Source: Anaconda: GPT by default since Fedora 37 and RHEL 10, and where MBR is too short. */
  private boolean isGpt() {
    String label = "";
    for (ParsedCommand command : commands) {
      if (command.title().equals("clearpart") && command.arguments().has("disklabel")) {
        label = command.arguments().text("disklabel");
      }
    }
    boolean large = facts.touchableDisks().get(0).sizeGib() > MOST_MBR_GIB;
    boolean newer = release.isSince("F37");
    return label.isEmpty() ? newer || large : label.equals("gpt");
  }

  private void stageTwo() {
    List<String> noBoot = new ArrayList<>();
    boolean reqpart = commands.of("reqpart").stream().anyMatch(c -> c.arguments().has("addBoot"));
    String place = places.contains("/boot") ? "/boot" : "/";
    for (ParsedCommand command : commands) {
      Arguments arguments = command.arguments();
      boolean here = place(arguments).equals(place);
      boolean thin = arguments.has("thin_volume");
      boolean volume = command.title().equals("logvol") && (thin || !startsFromVolumes());
      if (here && (volume || arguments.has("encrypted"))) {
        noBoot.add(place);
      }
    }
    if (!noBoot.isEmpty() && !reqpart) {
      missing("/boot", "part /boot --size=1024");
    }
  }

  /** Source: Anaconda, commits e9589b6831 and de11834dc1, and its releases of RHEL. */
  private boolean startsFromVolumes() {
    boolean between = release.isSince("F21") && !release.isSince("F30");
    return between && !release.name().equals("RHEL8");
  }

  /** Its {@code part} cannot ask for an ESP; only an answer of its own can. */
  private void kickseed() {
    boolean own =
        commands.of("preseed").stream()
            .anyMatch(c -> c.command().line().text().contains("partman-auto/"));
    if (facts.firmware() == Firmware.UEFI && commands.has("partition") && !own) {
      missing("/boot/efi", "preseed partman-auto/expert_recipe string …");
    }
  }

  private void missing(String place, String line) {
    findings.add(
        new Finding(
            FindingCode.NO_BOOT_PARTITION,
            Severity.ERROR,
            0,
            0,
            place,
            facts.firmware().name(),
            line));
  }
}
