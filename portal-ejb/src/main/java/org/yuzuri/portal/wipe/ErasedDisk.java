package org.yuzuri.portal.wipe;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.server.DiskErasure;

/** One disk of a wipe record. */
@Embeddable
class ErasedDisk {

  private String stableId;
  private String device;
  private long sizeBytes;
  private String method;
  @Column private @Nullable Long writtenBytes;
  private @Nullable Long readBackBytes;

  /** For Hibernate. */
  ErasedDisk() {}

  ErasedDisk(DiskErasure erasure) {
    this.stableId = erasure.id();
    this.device = erasure.device();
    this.sizeBytes = erasure.sizeBytes();
    this.method = erasure.method();
    this.writtenBytes = erasure.writtenBytes();
    this.readBackBytes = erasure.readBackBytes();
  }

  WipeRecordView.Disk view() {
    return new WipeRecordView.Disk(stableId, device, sizeBytes, method, readBackBytes);
  }
}
