package org.yuzuri.portal.server;

/** What can happen to a server. */
public enum ServerEvent {
  /** An operator has it inspected. */
  INSPECT,
  /** Its inspection is over, with or without facts. */
  INSPECTED,
  /** An operator has it admitted by a run: inspected, its port probed, its disks erased. */
  ADMIT,
  /** An operator lets it into the pool by a word of their own: nothing was measured. */
  ADMIT_WITHOUT_RUN,
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
  /** It goes back to those that are not admitted; of what was found, its problem tells. */
  ENROLL,
  /** At least one disk is not proven clean. */
  WIPE_NOT_PROVEN,
  /** It must not be lent before an operator has looked at it. */
  QUARANTINE,
  /** An operator takes it out of the pool. */
  TAKE_OUT,
  /** An operator removes it for good. */
  RETIRE
}
