package org.yuzuri.wire.server;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * Evidence of one disk's erasure.
 *
 * @param id stable id of the disk (serial number or WWN)
 * @param device name during the erasure, such as {@code /dev/vda}
 * @param sizeBytes what the disk shows of itself
 * @param method how it was erased, such as {@code zero} or {@code discard+zero}
 * @param writtenBytes how much of it was overwritten; at most its size
 * @param readBackBytes how much of it was read back and blank; at most its size
 * @param verified whether all was overwritten, all that was to be read back was blank, and nothing
 *     is hidden
 * @param problem what went wrong with this disk, one line, or null; longer than {@value
 *     #LONGEST_PROBLEM} characters it is cut
 */
public record DiskErasure(
    String id,
    String device,
    long sizeBytes,
    String method,
    long writtenBytes,
    long readBackBytes,
    boolean verified,
    @Nullable String problem) {

  /** Longest problem, in characters. */
  public static final int LONGEST_PROBLEM = 500;

  public DiskErasure {
    Checks.text(id, 200, "disk.id");
    Checks.text(device, 200, "disk.device");
    Checks.between(sizeBytes, 0, Long.MAX_VALUE, "disk.sizeBytes");
    Checks.text(method, 100, "disk.method");
    Checks.between(writtenBytes, 0, sizeBytes, "disk.writtenBytes");
    Checks.between(readBackBytes, 0, sizeBytes, "disk.readBackBytes");
    if (problem != null && problem.length() > LONGEST_PROBLEM) {
      problem = problem.substring(0, LONGEST_PROBLEM);
    }
  }
}
