package org.yuzuri.portal.wipe;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.yuzuri.wire.report.DiskErasure;

/** One disk of a wipe record. */
@Embeddable
class ErasedDisk {

  @Column(name = "stable_id")
  private String stableId;

  private String device;

  @Column(name = "size_bytes")
  private long sizeBytes;

  private String method;

  @Column(name = "sample_count")
  private long sampleCount;

  /** For Hibernate. */
  ErasedDisk() {}

  ErasedDisk(DiskErasure erasure) {
    this.stableId = erasure.id();
    this.device = erasure.device();
    this.sizeBytes = erasure.sizeBytes();
    this.method = erasure.method();
    this.sampleCount = erasure.sampleCount();
  }

  WipeRecordView.Disk view() {
    return new WipeRecordView.Disk(stableId, device, sizeBytes, method, sampleCount);
  }
}
