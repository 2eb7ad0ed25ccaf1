package org.yuzuri.portal.wipe;

/** What becomes of a server once it is cut off. */
public enum WipeEnding {
  /** Back to the pool at once: nothing of a tenant ran on it. */
  RELEASE,
  /** To be looked at by an operator. */
  QUARANTINE,
  /** To be erased, and back to the pool when every disk was read back. */
  ERASE
}
