package org.yuzuri.portal.wipe.step;

import java.time.Duration;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDisk;

/**
 * How long the eraser may take. All disks are erased at once, each is written and read back whole,
 * so the largest one says how long.
 *
 * <p>Sources of the speeds: erasure reports published with nwipe's issues, of whole disks filled
 * with zeroes once: ST4000VN008 and ST4000NM0033 130 MB/s, ST10000NM0016 150 MB/s from the
 * outermost to the innermost track. Flash is faster. A disk at less than a third of that, all over,
 * is not well.
 */
final class ErasingTime {

  private static final long USUAL_BYTES_PER_SECOND = 130_000_000;
  private static final long LEAST_BYTES_PER_SECOND = 40_000_000;
  private static final int PASSES = 2;
  private static final long GIB = 1L << 30;

  /** Firmware, boot, finding the disks. */
  private static final Duration START = Duration.ofMinutes(2);

  /** What firmware takes at worst, and what a busy site adds. */
  private static final Duration LONGEST_START = Duration.ofMinutes(30);

  /** Limits for a server with these disks. */
  static Limits of(Server server) {
    return ofBytes(server.disks().stream().mapToLong(ErasingTime::bytes).max().orElse(0));
  }

  private static long bytes(ServerDisk disk) {
    return disk.sizeBytes() == null ? disk.sizeGib() * GIB : disk.sizeBytes();
  }

  /** Limits for a largest disk of this size. */
  static Limits ofBytes(long bytes) {
    Duration usual = Duration.ofSeconds(PASSES * bytes / USUAL_BYTES_PER_SECOND);
    Duration longest = Duration.ofSeconds(PASSES * bytes / LEAST_BYTES_PER_SECOND);
    return new Limits(
        START.plus(usual),
        LONGEST_START.plus(usual.multipliedBy(3).dividedBy(2)),
        LONGEST_START.multipliedBy(2).plus(longest));
  }

  private ErasingTime() {}
}
