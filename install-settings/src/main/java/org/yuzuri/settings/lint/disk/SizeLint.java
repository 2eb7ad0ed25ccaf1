package org.yuzuri.settings.lint.disk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.command.Mountpoints;
import org.yuzuri.settings.merge.DiskNames;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS501, KS502: sizes that cannot be, on the disks that the server has whatever the tenant calls
 * them.
 */
public final class SizeLint {

  private static final long MIB_PER_GIB = 1024;

  /** What our own installer keeps free, and what it adds. Source: its {@code layout.py}. */
  private static final long EDGES_MIB = 2;

  private static final long EFI_MIB = 128;
  private static final long BIOSBOOT_MIB = 1;

  /**
   * Below these, in MiB, Anaconda warns. Source: anaconda.conf, {@code req_partition_sizes}; before
   * RHEL9 {@code /boot} counted from 200.
   */
  private static final Map<String, Long> LEAST =
      Map.of("/", 250L, "/usr", 250L, "/tmp", 50L, "/var", 384L, "/home", 100L, "/boot", 512L);

  private static final long LEAST_OLD_BOOT = 200;

  /** Since then Anaconda is written on blivet, whose limits of formats these are. */
  private static final String BLIVET = "F18";

  private final Release release;
  private final FormatSizes formats;
  private final List<Finding> findings;

  /** Lines of which it is told that they are too small. */
  private final Set<Integer> told = new HashSet<>();

  private SizeLint(Release release, List<Finding> findings) {
    this.release = release;
    this.formats = new FormatSizes(release);
    this.findings = findings;
  }

  /** Compares what is asked for with the disks. */
  public static void check(
      Release release, Commands commands, Optional<Facts> facts, List<Finding> findings) {
    SizeLint lint = new SizeLint(release, findings);
    if (release.dialect() == Dialect.KICKSTART) {
      ExtentLint.check(commands, facts.isPresent(), findings);
    }
    for (Finding finding : findings) {
      if (finding.code() == FindingCode.TOO_SMALL_PARTITION) {
        lint.told.add(finding.line());
      }
    }
    if (release.dialect() == Dialect.KICKSTART) {
      lint.sizes(commands.of("partition"), facts.isPresent());
      lint.sizes(commands.of("logvol"), facts.isPresent());
      PercentLint.check(commands, facts.isPresent(), findings);
    }
    facts.ifPresent(known -> lint.fit(known, commands));
  }

  private void sizes(List<ParsedCommand> sized, boolean serverKnown) {
    for (ParsedCommand command : sized) {
      if (!command.arguments().has("onPart")) {
        tooSmall(command, serverKnown);
        noSize(command, serverKnown);
      }
    }
  }

  private void tooSmall(ParsedCommand command, boolean serverKnown) {
    Arguments arguments = command.arguments();
    long size = arguments.number("size");
    Severity grave = serverKnown ? Severity.ERROR : Severity.WARNING;
    boolean stays = size > 0 && !arguments.has("grow") && release.isSince(BLIVET);
    String mountpoint = Mountpoints.normal(arguments.text("mntpoint"));
    long recommended = least(mountpoint);
    String format = stays ? formats.of(command, mountpoint) : "";
    if (stays && size < formats.least(format) && !isTold(command)) {
      Severity severity = formats.isUncertain(format) ? Severity.WARNING : grave;
      small(command, severity, size, Math.max(recommended, formats.least(format)));
    } else if (size > 0 && size < recommended && !arguments.has("grow") && !isTold(command)) {
      small(command, Severity.WARNING, size, recommended);
    }
    if (stays && size > FormatSizes.most(format)) {
      findings.add(
          command.finding(
              FindingCode.UNUSABLE_VALUE,
              grave,
              arguments.wordOf("size"),
              Long.toString(size),
              command.command().name() + " --size",
              "≤ " + FormatSizes.most(format),
              ""));
    }
  }

  private boolean isTold(ParsedCommand command) {
    return told.contains(command.line());
  }

  private void small(ParsedCommand command, Severity severity, long size, long least) {
    told.add(command.line());
    findings.add(
        command.finding(
            FindingCode.TOO_SMALL_PARTITION,
            severity,
            command.arguments().wordOf("mntpoint"),
            command.arguments().text("mntpoint"),
            Long.toString(size),
            Long.toString(least)));
  }

  /**
   * Anaconda stops at a partition of which it is not told the size, however it may grow. Source:
   * anaconda, "Partition requires a size specification".
   */
  private void noSize(ParsedCommand command, boolean serverKnown) {
    Arguments arguments = command.arguments();
    boolean told =
        arguments.number("size") != 0
            || arguments.has("recommended")
            || arguments.has("hibernation")
            || arguments.has("end")
            || arguments.text("fstype").equals("tmpfs");
    if (command.title().equals("partition") && !told) {
      String mountpoint = arguments.text("mntpoint");
      findings.add(
          command.finding(
              FindingCode.TOO_SMALL_PARTITION,
              serverKnown ? Severity.ERROR : Severity.WARNING,
              arguments.wordOf("mntpoint"),
              mountpoint,
              "0",
              Long.toString(Math.max(1, least(Mountpoints.normal(mountpoint))))));
    }
  }

  private long least(String mountpoint) {
    boolean old = !release.isSince("RHEL9");
    return switch (mountpoint) {
      case "/boot" -> old ? LEAST_OLD_BOOT : LEAST.get("/boot");
      default -> LEAST.getOrDefault(mountpoint, 0L);
    };
  }

  /** Partitions of each disk, and those that any disk may take, against what there is. */
  private void fit(Facts facts, Commands commands) {
    long memory = facts.memoryMib().orElse(0L);
    DiskNames names = new DiskNames(facts);
    Map<Disk, Long> wanted = new HashMap<>();
    long anywhere = 0;
    long largest = 0;
    for (ParsedCommand command : commands.of("partition")) {
      if (command.arguments().has("onPart")) {
        continue;
      }
      long size = size(command, memory);
      Optional<Disk> named =
          Optional.of(command.arguments().text("disk"))
              .filter(name -> !name.isEmpty())
              .flatMap(names::disk);
      if (named.isPresent()) {
        wanted.merge(named.get(), size, SizeLint::add);
      } else {
        anywhere = add(anywhere, size);
        largest = Math.max(largest, size);
      }
    }
    long all = anywhere;
    for (Disk disk : facts.touchableDisks()) {
      long here = wanted.getOrDefault(disk, 0L);
      all = add(all, here);
      limit(disk.name(), here, room(facts, disk));
    }
    limitAll(facts, all, largest);
    new VolumeSizes(facts, commands, names).check(this::limit, c -> size(c, memory));
  }

  private void limitAll(Facts facts, long all, long largest) {
    List<Disk> disks = facts.touchableDisks();
    long total = disks.stream().mapToLong(disk -> room(facts, disk)).sum();
    Disk biggest = disks.get(0);
    for (Disk disk : disks) {
      biggest = disk.sizeGib() > biggest.sizeGib() ? disk : biggest;
    }
    boolean one = release.dialect() != Dialect.KICKSTART;
    boolean told = findings.stream().anyMatch(f -> f.code() == FindingCode.TOO_LARGE_FOR_DISK);
    if (!told) {
      limit(biggest.name(), largest, room(facts, biggest));
    }
    if (!told && largest <= room(facts, biggest)) {
      limit(disks.get(0).name(), all, one ? Math.max(room(facts, disks.get(0)), total) : total);
    }
  }

  private long room(Facts facts, Disk disk) {
    long mib = disk.sizeGib() * MIB_PER_GIB;
    if (release.dialect() != Dialect.KICKSTART_INSTALLER) {
      return mib;
    }
    boolean first = facts.touchableDisks().get(0).equals(disk);
    long boot = facts.firmware() == Firmware.UEFI ? EFI_MIB : BIOSBOOT_MIB;
    return mib - EDGES_MIB - (first ? boot : 0);
  }

  private void limit(String name, long wanted, long most) {
    if (wanted > most) {
      findings.add(
          new Finding(
              FindingCode.TOO_LARGE_FOR_DISK,
              Severity.ERROR,
              0,
              0,
              name,
              Long.toString(wanted),
              Long.toString(most)));
    }
  }

  /** The least size; what a server sleeps into holds its memory. */
  private static long size(ParsedCommand command, long memory) {
    Arguments arguments = command.arguments();
    return Math.max(arguments.has("hibernation") ? memory : 0, arguments.number("size"));
  }

  static long add(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
