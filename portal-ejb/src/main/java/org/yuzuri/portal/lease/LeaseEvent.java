package org.yuzuri.portal.lease;

/** What can happen to a lease. */
public enum LeaseEvent {
  /** The transfer ended well. */
  HAND_OVER,
  /** The transfer failed. */
  START_FAILED,
  /** The order was cancelled, or the transfer alone. */
  CANCEL,
  /** The tenant gives the server back. */
  RETURN,
  /** The agreed period is over. */
  EXPIRE,
  /** The server is cut off on every side. */
  CUT_OFF,
  /** Cutting off could not be confirmed in time. */
  CUT_OFF_FAILED,
  /** Every disk was erased and read back. */
  WIPED,
  /** At least one disk is not proven clean. */
  WIPE_FAILED,
  /** The books were restored, and do not say for certain who has the server. */
  DOUBT,
  /** An operator starts the return again. */
  RETRY,
  /** An operator retires the server that could not be proven clean. */
  SETTLE
}
