package org.yuzuri.wire.report;

import org.yuzuri.wire.value.Checks;

/**
 * Evidence of one disk's erasure.
 *
 * @param id stable id of the disk (serial number or WWN)
 * @param device name during the erasure, such as {@code /dev/vda}
 * @param method how it was erased, such as {@code zero} or {@code discard}
 * @param verified whether every sample that was read back was blank
 * @param sampleCount how many places were read back
 */
public record DiskErasure(
    String id, String device, long sizeBytes, String method, boolean verified, long sampleCount) {

  public DiskErasure {
    Checks.text(id, 200, "disk.id");
    Checks.text(device, 200, "disk.device");
    Checks.between(sizeBytes, 0, Long.MAX_VALUE, "disk.sizeBytes");
    Checks.text(method, 100, "disk.method");
    Checks.between(sampleCount, 0, Long.MAX_VALUE, "disk.sampleCount");
  }
}
