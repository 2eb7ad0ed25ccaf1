package org.yuzuri.portal.wipe;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where one run that takes a server back stands. */
public enum WipeState implements State {
  /** Power, firewalls, tunnels and certificates are being taken away. */
  CUTTING_OFF(Kind.WORKING),
  /** The eraser is being put in place and the server powered on. */
  STAGING(Kind.WORKING),
  /** The eraser is at work on the disks. */
  ERASING(Kind.WORKING),
  /** Power and boot files of the eraser are being taken away. */
  WITHDRAWING(Kind.WORKING),
  /** Every disk was erased and read back; the record is written. */
  VERIFIED(Kind.FINAL),
  /** Cut off; nothing had to be erased, for nothing of the tenant ran. */
  RELEASED(Kind.FINAL),
  /** Cut off; the server waits for an operator. */
  QUARANTINED(Kind.FINAL),
  /** Cutting off or erasing was not proven; a new run may be started. */
  FAILED(Kind.FINAL);

  private final Kind kind;

  WipeState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
