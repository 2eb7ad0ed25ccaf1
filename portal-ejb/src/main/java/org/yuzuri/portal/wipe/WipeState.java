package org.yuzuri.portal.wipe;

import org.yuzuri.portal.run.Run;

/** Where a server stands on its way back, in one word for pages. */
public enum WipeState {
  /** Power, firewalls, tunnels and certificates are being taken away. */
  CUTTING_OFF,
  /** The eraser is being put in place and the server powered on. */
  STAGING,
  /** The eraser is at work on the disks. */
  ERASING,
  /** Power and boot files of the eraser are being taken away. */
  WITHDRAWING,
  /** Every disk was erased and read back; the record is written. */
  VERIFIED,
  /** Cut off; nothing had to be erased, for nothing of the tenant ran. */
  RELEASED,
  /** Cut off; the server waits for an operator. */
  QUARANTINED,
  /** Cutting off or erasing was not proven; a new run may be started. */
  FAILED;

  static WipeState of(Run run, WipeEnding ending) {
    return switch (run.state()) {
      case RUNNING -> during(run.current().name());
      case SUCCEEDED -> after(ending);
      case FAILED, CANCELLED -> FAILED;
    };
  }

  private static WipeState during(String step) {
    return switch (WipeStep.valueOf(step)) {
      case CUT_OFF -> CUTTING_OFF;
      case START_ERASER -> STAGING;
      case ERASE -> ERASING;
      case WITHDRAW -> WITHDRAWING;
    };
  }

  private static WipeState after(WipeEnding ending) {
    return switch (ending) {
      case ERASE, ADMIT, ENROLL -> VERIFIED;
      case RELEASE -> RELEASED;
      case QUARANTINE -> QUARANTINED;
    };
  }
}
