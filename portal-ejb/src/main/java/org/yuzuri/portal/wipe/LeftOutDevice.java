package org.yuzuri.portal.wipe;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.yuzuri.wire.server.SkippedDevice;

/** One device that an eraser saw and left out. */
@Embeddable
class LeftOutDevice {

  private String device;
  private String stableId;

  @Enumerated(EnumType.STRING)
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
