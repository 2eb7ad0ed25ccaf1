package org.yuzuri.portal.wipe.step;

import java.util.List;
import org.yuzuri.wire.report.DiskErasure;
import org.yuzuri.wire.report.Erased;

/** Judges whether an eraser's report proves every disk of a server clean. */
final class ErasureDoubt {

  /**
   * What leaves a doubt; empty when nothing does.
   *
   * @param expectedDisks how many disks the server has by the pool's books
   */
  static String in(Erased report, int expectedDisks) {
    if (report.problem() != null && !report.problem().isBlank()) {
      return report.problem();
    }
    if (report.disks().size() < expectedDisks) {
      return "disks: expected " + expectedDisks + ", erased " + report.disks().size();
    }
    List<String> unproven =
        report.disks().stream()
            .filter(disk -> !disk.verified() || disk.sampleCount() == 0)
            .map(DiskErasure::id)
            .toList();
    return unproven.isEmpty() ? "" : "not read back: " + String.join(", ", unproven);
  }

  private ErasureDoubt() {}
}
