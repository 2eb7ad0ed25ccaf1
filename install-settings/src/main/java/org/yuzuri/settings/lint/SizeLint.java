package org.yuzuri.settings.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.settings.Disk;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.arguments.Arguments;

/** KS5xx: sizes that cannot be. */
final class SizeLint {

  private static final long MIB_PER_GIB = 1024;

  /** Smallest sizes that the installer's own checks let pass, in MiB. Source: Anaconda. */
  private static final Map<String, Long> LEAST = Map.of("/boot", 200L, "/", 250L, "/boot/efi", 50L);

  private SizeLint() {}

  static void check(List<ParsedCommand> commands, Optional<Facts> facts, List<Finding> findings) {
    long memory = facts.flatMap(Facts::memoryMib).orElse(0L);
    Map<String, Long> wanted = new TreeMap<>();
    long volumes = 0;
    for (ParsedCommand command : commands) {
      boolean sized = command.title().equals("partition") || command.title().equals("logvol");
      if (sized && !command.arguments().has("onPart")) {
        tooSmall(command, findings);
      }
      if (command.title().equals("partition") && !command.arguments().has("onPart")) {
        wanted.merge(disk(command.arguments()), size(command, memory), SizeLint::add);
      }
      if (takesOfAGroup(command)) {
        volumes = add(volumes, size(command, memory));
      }
    }
    wanted.merge("", volumes, Math::max);
    facts.ifPresent(known -> wanted.forEach((disk, mib) -> fit(known, disk, mib, findings)));
  }

  /** A thin volume takes nothing by itself, and an existing one is there already. */
  private static boolean takesOfAGroup(ParsedCommand command) {
    Arguments arguments = command.arguments();
    return command.title().equals("logvol")
        && !arguments.has("thin_volume")
        && !arguments.has("preexist")
        && !arguments.has("format");
  }

  private static String disk(Arguments arguments) {
    String disk = arguments.text("disk");
    return disk.startsWith("/dev/") ? disk.substring("/dev/".length()) : disk;
  }

  /** The least size; what a server sleeps into holds its memory. */
  private static long size(ParsedCommand command, long memory) {
    Arguments arguments = command.arguments();
    return Math.max(arguments.has("hibernation") ? memory : 0, arguments.number("size"));
  }

  private static long add(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static void tooSmall(ParsedCommand command, List<Finding> findings) {
    Arguments arguments = command.arguments();
    long size = arguments.number("size");
    Long least = LEAST.get(Mountpoints.normal(arguments.text("mntpoint")));
    if (least != null && size > 0 && size < least && !arguments.has("grow")) {
      findings.add(
          command.finding(
              FindingCode.TOO_SMALL_PARTITION,
              Severity.WARNING,
              arguments.wordOf("mntpoint"),
              arguments.text("mntpoint"),
              Long.toString(size),
              Long.toString(least)));
    }
  }

  private static void fit(Facts facts, String name, long mib, List<Finding> findings) {
    List<Disk> disks = facts.touchableDisks();
    Optional<Disk> named = disks.stream().filter(disk -> disk.name().equals(name)).findFirst();
    long total = disks.stream().mapToLong(Disk::sizeGib).sum();
    long most = named.map(Disk::sizeGib).orElse(total) * MIB_PER_GIB;
    if (mib > most) {
      String found = named.map(Disk::name).orElse(disks.get(0).name());
      findings.add(
          new Finding(
              FindingCode.TOO_LARGE_FOR_DISK,
              Severity.ERROR,
              0,
              0,
              found,
              Long.toString(mib),
              Long.toString(most)));
    }
  }
}
