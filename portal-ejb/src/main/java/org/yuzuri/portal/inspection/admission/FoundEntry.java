package org.yuzuri.portal.inspection.admission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.wire.boot.HardwareFacts;

/** A server's entry with what an inspection found in the place of what was entered. */
public final class FoundEntry {

  /**
   * The entry to be saved: threads, memory, firmware and disks as they were found, the rest as it
   * is.
   */
  public static ServerDraft of(Server server, HardwareFacts facts, Promise promise) {
    return new ServerDraft(
        server.offerId(),
        server.agentId(),
        server.name(),
        server.mac().text(),
        server.bootAddress(),
        facts.bootMode().name(),
        server.console(),
        server.identity().name(),
        facts.cores(),
        memoryMib(server.memoryMib(), promise.memoryMib(), facts.memoryMib()),
        server.bmc().kind().name(),
        server.bmc().address().toString(),
        server.bmc().user(),
        "",
        server.port().kind().name(),
        server.port().name(),
        disks(server.disks(), facts.disks()));
  }

  /** What is built in is not found: the entry's figure or the offer's, where that can be it. */
  private static int memoryMib(int entered, int promised, long managed) {
    if (Differences.isMemory(entered, managed)) {
      return entered;
    }
    return Differences.isMemory(promised, managed) ? promised : Math.toIntExact(managed);
  }

  private static String disks(List<ServerDisk> entered, List<HardwareFacts.Disk> found) {
    return found.stream().map(disk -> line(entered, disk)).collect(Collectors.joining("\n"));
  }

  private static String line(List<ServerDisk> entered, HardwareFacts.Disk found) {
    Optional<ServerDisk> same =
        entered.stream().filter(disk -> disk.isNamed(found.id())).findFirst();
    String device = same.map(ServerDisk::device).orElse(found.device());
    String id = same.map(ServerDisk::stableId).orElseGet(() -> nameById(found));
    return device + " " + Differences.gib(found) + " " + id;
  }

  /**
   * The disk's name below {@code /dev/disk/by-id} where that follows from what it tells; otherwise
   * its serial number alone, by which it is known as well. Source: udev's {@code
   * 60-persistent-storage.rules}.
   */
  private static String nameById(HardwareFacts.Disk disk) {
    String id = disk.id().replace(' ', '_');
    if (disk.device().equals("/dev/" + id)) {
      return id;
    }
    if (disk.device().startsWith("/dev/vd")) {
      return "virtio-" + id;
    }
    return disk.device().startsWith("/dev/nvme") && !disk.model().isEmpty()
        ? "nvme-" + disk.model().replace(' ', '_') + "_" + id
        : id;
  }

  private FoundEntry() {}
}
