package org.yuzuri.host.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yuzuri.wire.value.Fence;

/**
 * How much of the installers' logs may wait on disk: of each server's hold, and of all together.
 * Not safe for threads.
 */
final class LogQuota {

  /** A small file takes a whole block of the disk, and a place in its directory. */
  private static final long BLOCK_BYTES = 4096;

  private final long eachBytes;
  private final long allBytes;
  private final Map<Fence, Log> logs = new HashMap<>();
  private long usedBytes;

  private static final class Log {
    private final TreeSet<SpooledReport> pieces =
        new TreeSet<>(
            Comparator.comparingLong(SpooledReport::number).thenComparing(SpooledReport::gap));
    private long bytes;
  }

  LogQuota(long eachBytes, long allBytes) {
    this.eachBytes = eachBytes;
    this.allBytes = allBytes;
  }

  /** A piece waits from now on. */
  void add(Fence of, SpooledReport piece) {
    Log log = logs.computeIfAbsent(of, none -> new Log());
    log.pieces.add(piece);
    log.bytes += charge(piece);
    usedBytes += charge(piece);
  }

  /** A piece waits no more. */
  void remove(Fence of, SpooledReport piece) {
    Log log = logs.get(of);
    if (log != null && log.pieces.remove(piece)) {
      log.bytes -= charge(piece);
      usedBytes -= charge(piece);
      if (log.pieces.isEmpty()) {
        logs.remove(of);
      }
    }
  }

  /**
   * The piece to drop first: the oldest of a log that has outgrown its share, or else of the
   * longest log when all together have; empty when nothing has.
   */
  Optional<SpooledReport> tooMuch() {
    return logs.values().stream()
        .filter(log -> log.bytes > eachBytes || usedBytes > allBytes)
        .max(Comparator.comparingLong(log -> log.bytes))
        .flatMap(log -> log.pieces.stream().filter(piece -> !piece.gap()).findFirst());
  }

  /** Whether a gap waits already before every piece of this log. */
  boolean hasGap(Fence of) {
    Log log = logs.get(of);
    return log != null && log.pieces.stream().anyMatch(SpooledReport::gap);
  }

  private static long charge(SpooledReport piece) {
    return (piece.bytes() / BLOCK_BYTES + 1) * BLOCK_BYTES;
  }
}
