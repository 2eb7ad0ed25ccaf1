package org.yuzuri.portal.wipe;

/** What becomes of a server once it is cut off. */
public enum WipeEnding {
  /** Back to the pool at once: nothing of a tenant ran on it. */
  RELEASE(false),
  /** To be looked at by an operator. */
  QUARANTINE(false),
  /** To be erased, and back to the pool when every disk was read back. */
  ERASE(true),
  /**
   * To be erased for the first time, as the last part of its admission: into the pool when every
   * disk was read back, otherwise enrolled as it was before.
   */
  ADMIT(true),
  /** To be erased without having been a lease's, and enrolled when every disk was read back. */
  ENROLL(true);

  private final boolean erases;

  WipeEnding(boolean erases) {
    this.erases = erases;
  }

  /** Whether its disks are erased. */
  public boolean erases() {
    return erases;
  }
}
