package org.yuzuri.portal.wipe;

/** What can happen to a run that takes a server back. */
public enum WipeEvent {
  /** Cut off, and nothing has to be erased. */
  RELEASE,
  /** Cut off, and to be looked at by an operator. */
  QUARANTINE,
  /** Cut off, and to be erased. */
  STAGE,
  /** The eraser is staged and the power is on. */
  BOOT,
  /** The eraser reported every disk erased and read back. */
  ERASED,
  /** The eraser's boot files and the power are gone. */
  WITHDRAWN,
  /** A command failed, a limit passed or a disk is not proven clean. */
  FAIL
}
