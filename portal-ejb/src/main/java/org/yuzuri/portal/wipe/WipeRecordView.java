package org.yuzuri.portal.wipe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that a server was erased, as pages show it.
 *
 * @param writtenAt when the last step was confirmed
 * @param disks one for each disk that was erased and read back
 * @param leftOut one for each other device that was seen
 */
public record WipeRecordView(
    long wipeId,
    long serverId,
    long leaseId,
    Instant writtenAt,
    List<Disk> disks,
    List<LeftOut> leftOut) {

  /**
   * One erased disk.
   *
   * @param id serial or other stable name, as the eraser found it
   * @param method how it was erased, such as {@code discard+zero}
   * @param readBackBytes how much of it was read back; null in evidence of before it was counted
   */
  public record Disk(
      String id, String device, long sizeBytes, String method, @Nullable Long readBackBytes) {

    /** What share of it was read back, in percent, rounded down; null when that is not known. */
    public @Nullable Integer readBackPercent() {
      return readBackBytes == null || sizeBytes == 0
          ? null
          : (int) (readBackBytes * 100.0 / sizeBytes);
    }

    /** Its size in GiB, rounded down to a tenth. */
    public double sizeGib() {
      return Math.floor(sizeBytes * 10.0 / (1L << 30)) / 10;
    }
  }

  /**
   * One device that was not erased.
   *
   * @param id its stable name, or how large it is; may be empty
   * @param reason text {@code wipe.leftOut.REASON}
   */
  public record LeftOut(String id, String device, String reason) {}
}
