package org.yuzuri.portal.wipe;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yuzuri.wire.server.SkippedDevice;

/** One device that an eraser saw and left out. */
@Embeddable
class LeftOutDevice {

  private String device;

  @Column(name = "stable_id")
  private String stableId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private SkippedDevice.Reason reason;

  /** For Hibernate. */
  LeftOutDevice() {}

  LeftOutDevice(SkippedDevice skipped) {
    this.device = skipped.device();
    this.stableId = skipped.id();
    this.reason = skipped.reason();
  }

  WipeRecordView.LeftOut view() {
    return new WipeRecordView.LeftOut(stableId, device, reason.name());
  }
}
