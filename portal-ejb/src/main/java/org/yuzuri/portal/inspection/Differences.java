package org.yuzuri.portal.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.wire.boot.HardwareFacts;

/** Holds what an inspection found against what an operator has entered. */
final class Differences {

  /** A kernel manages less memory than is built in; so much less is no difference. */
  private static final double LEAST_OF_MEMORY = 0.85;

  private static final long GIB = 1L << 30;

  private final List<InspectionView.Difference> found = new ArrayList<>();

  static List<InspectionView.Difference> between(Server server, HardwareFacts facts) {
    Differences differences = new Differences();
    differences.compare("bootMode", server.bootMode(), facts.bootMode());
    differences.compare("cpuCount", server.cpuCount(), facts.cores());
    differences.compareMemory(server.memoryMib(), facts.memoryMib());
    differences.compareCards(server.mac().text(), facts);
    differences.compareDisks(server.disks(), facts);
    return List.copyOf(differences.found);
  }

  private void compare(String field, Object entered, Object seen) {
    if (!entered.toString().equals(seen.toString())) {
      found.add(new InspectionView.Difference(field, entered.toString(), seen.toString()));
    }
  }

  private void compareMemory(long entered, long seen) {
    if (seen > entered || seen < entered * LEAST_OF_MEMORY) {
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
    return disk.sizeBytes() / GIB + " GiB";
  }

  private Differences() {}
}
