package org.yuzuri.portal.transfer;

/** What can happen to a transfer as a whole. */
public enum TransferEvent {
  /** Its last step ended. */
  SUCCEED,
  /** A step failed or timed out. */
  FAIL,
  /** Somebody called it off. */
  CANCEL
}
