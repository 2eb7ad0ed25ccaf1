package org.yuzuri.portal.wipe.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.wipe.DiskDoubt;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SkippedDevice;

/**
 * Judges whether an eraser's report proves every disk of a server clean. Evidence and the server's
 * record are matched one by one, by the disks' stable ids: what one of them has and the other lacks
 * is a doubt, and so is a size that differs.
 *
 * @param kind why it is a doubt
 * @param what the disk, and what was expected and found
 */
record ErasureDoubt(DiskDoubt kind, String what) {

  private static final long GIB = 1L << 30;

  /**
   * What leaves a doubt; empty when nothing does.
   *
   * @param recorded the server's disks by the pool's books
   */
  static List<ErasureDoubt> in(Erased report, List<ServerDisk> recorded, ReadBackLimit limit) {
    List<ErasureDoubt> doubts = new ArrayList<>();
    List<DiskErasure> unknown = new ArrayList<>(report.disks());
    for (ServerDisk disk : recorded) {
      List<DiskErasure> named =
          report.disks().stream().filter(found -> disk.isNamed(found.id())).toList();
      unknown.removeAll(named);
      match(disk, named, report).ifPresent(doubts::add);
    }
    unknown.forEach(found -> doubts.add(new ErasureDoubt(DiskDoubt.DISK_UNKNOWN, name(found))));
    report.disks().forEach(found -> proof(found, limit).ifPresent(doubts::add));
    if (report.problem() != null && !report.problem().isBlank()) {
      doubts.add(new ErasureDoubt(DiskDoubt.ERASER_PROBLEM, report.problem()));
    }
    return List.copyOf(doubts);
  }

  private static Optional<ErasureDoubt> match(
      ServerDisk disk, List<DiskErasure> named, Erased report) {
    if (named.isEmpty()) {
      return Optional.of(
          new ErasureDoubt(DiskDoubt.DISK_MISSING, disk.stableId() + skipped(disk, report)));
    }
    if (named.size() > 1) {
      String names = named.stream().map(ErasureDoubt::name).collect(Collectors.joining(", "));
      return Optional.of(new ErasureDoubt(DiskDoubt.DISK_TWICE, names));
    }
    DiskErasure found = named.get(0);
    Long exact = disk.sizeBytes();
    int difference =
        exact == null
            ? Long.compare(found.sizeBytes() / GIB, disk.sizeGib())
            : Long.compare(found.sizeBytes(), exact);
    if (difference == 0) {
      return Optional.empty();
    }
    String expected = exact == null ? disk.sizeGib() + " GiB" : exact + " B";
    return Optional.of(
        new ErasureDoubt(
            difference < 0 ? DiskDoubt.DISK_SMALLER : DiskDoubt.DISK_LARGER,
            name(found) + ", " + expected + " > " + found.sizeBytes() + " B"));
  }

  private static String skipped(ServerDisk disk, Erased report) {
    return report.skipped().stream()
        .filter(device -> disk.isNamed(device.id()))
        .map(SkippedDevice::reason)
        .findFirst()
        .map(reason -> ", " + reason)
        .orElse("");
  }

  private static Optional<ErasureDoubt> proof(DiskErasure found, ReadBackLimit limit) {
    if (isSaid(found.problem())) {
      return Optional.of(
          new ErasureDoubt(DiskDoubt.DISK_PROBLEM, name(found) + ", " + found.problem()));
    }
    boolean whole =
        found.verified()
            && found.sizeBytes() > 0
            && found.writtenBytes() == found.sizeBytes()
            && found.readBackBytes() >= limit.of(found.sizeBytes());
    return whole
        ? Optional.empty()
        : Optional.of(
            new ErasureDoubt(
                DiskDoubt.DISK_NOT_READ_BACK,
                name(found) + ", " + found.readBackBytes() + " / " + found.sizeBytes() + " B"));
  }

  private static boolean isSaid(@Nullable String problem) {
    return problem != null && !problem.isBlank();
  }

  private static String name(DiskErasure disk) {
    return disk.device() + " " + disk.id();
  }

  /** As a failure's detail; pages put the words of the viewer's language in the kind's place. */
  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
