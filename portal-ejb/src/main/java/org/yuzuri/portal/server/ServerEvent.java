package org.yuzuri.portal.server;

/** What can happen to a server. */
public enum ServerEvent {
  /** An operator has it inspected. */
  INSPECT,
  /** Its inspection is over, with or without facts. */
  INSPECTED,
  /** An operator lets an enrolled server into the pool. */
  ADMIT,
  /** An order claimed it. */
  RESERVE,
  /** A transfer is about to power it on. */
  PROVISION,
  /** The tenant has it. */
  HAND_OVER,
  /** It is to be taken back. */
  CUT_OFF,
  /** Every side confirmed that it is cut off. */
  CUT_OFF_CONFIRMED,
  /** It goes back to the pool, for nothing of a tenant ever ran on it. */
  RELEASE,
  /** The eraser is being staged. */
  WIPE,
  /** Every disk was erased and read back. */
  WIPED,
  /** At least one disk is not proven clean. */
  WIPE_NOT_PROVEN,
  /** It must not be lent before an operator has looked at it. */
  QUARANTINE,
  /** An operator takes it out of the pool. */
  TAKE_OUT,
  /** An operator puts it back into the pool. */
  PUT_BACK,
  /** An operator removes it for good. */
  RETIRE
}
