package org.yuzuri.portal.inspection.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.wire.boot.HardwareFacts;

/** Holds what an inspection found against what was entered and what its offer promises. */
final class Differences {

  /** A kernel manages less memory than is built in; so much less is no difference. */
  private static final double LEAST_OF_MEMORY = 0.85;

  private static final long GIB = 1L << 30;

  private final List<Difference> found = new ArrayList<>();

  /** Where the server is not what its entry says. */
  static List<Difference> fromEntry(Server server, HardwareFacts facts) {
    Differences differences = new Differences();
    differences.compare("bootMode", server.bootMode(), facts.bootMode());
    differences.compare("cpuCount", server.cpuCount(), facts.cores());
    differences.compareMemory(server.memoryMib(), facts.memoryMib());
    differences.compareCards(server.mac().text(), facts);
    differences.compareDisks(server.disks(), facts);
    return List.copyOf(differences.found);
  }

  /** Where it is less than its offer promises. */
  static List<Difference> fromOffer(Promise promise, HardwareFacts facts) {
    Differences differences = new Differences();
    long largest = facts.disks().stream().mapToLong(Differences::gib).max().orElse(0);
    differences.least("offer.cpuCount", promise.cpuCount(), facts.cores(), facts.cores());
    differences.least(
        "offer.memoryMib",
        promise.memoryMib(),
        facts.memoryMib(),
        (long) (facts.memoryMib() / LEAST_OF_MEMORY));
    differences.least("offer.diskGib", promise.diskGib(), largest, largest);
    return List.copyOf(differences.found);
  }

  /** Whether a kernel manages so much of so much memory, both in MiB. */
  static boolean isMemory(long builtIn, long managed) {
    return managed <= builtIn && managed >= builtIn * LEAST_OF_MEMORY;
  }

  private void least(String field, long promised, long seen, long atMost) {
    if (atMost < promised) {
      found.add(new Difference(field, String.valueOf(promised), String.valueOf(seen)));
    }
  }

  private void compare(String field, Object entered, Object seen) {
    if (!entered.toString().equals(seen.toString())) {
      found.add(new Difference(field, entered.toString(), seen.toString()));
    }
  }

  private void compareMemory(long entered, long seen) {
    if (!isMemory(entered, seen)) {
      compare("memoryMib", entered, seen);
    }
  }

  private void compareCards(String mac, HardwareFacts facts) {
    List<String> macs = facts.cards().stream().map(card -> card.mac().text()).toList();
    if (!macs.contains(mac)) {
      compare("mac", mac, String.join(" ", macs));
    }
  }

  private void compareDisks(List<ServerDisk> disks, HardwareFacts facts) {
    List<HardwareFacts.Disk> unknown = new ArrayList<>(facts.disks());
    for (ServerDisk entered : disks) {
      Optional<HardwareFacts.Disk> same =
          unknown.stream().filter(disk -> entered.isNamed(disk.id())).findFirst();
      same.ifPresent(unknown::remove);
      String size = same.map(Differences::size).orElse("");
      compare(
          "disks",
          entered.stableId() + " " + entered.sizeGib() + " GiB",
          size.isEmpty() ? "" : entered.stableId() + " " + size);
    }
    unknown.forEach(disk -> compare("disks", "", disk.id() + " " + size(disk)));
  }

  private static String size(HardwareFacts.Disk disk) {
    return gib(disk) + " GiB";
  }

  /** Size in whole GiB. */
  static long gib(HardwareFacts.Disk disk) {
    return disk.sizeBytes() / GIB;
  }

  private Differences() {}
}
