package org.yuzuri.settings.release;

/** The language that install settings are written in, by the installer that reads them. */
public enum Dialect {
  /** Kickstart, as Anaconda of a Fedora or Red Hat Enterprise Linux release takes it. */
  KICKSTART,
  /** Kickstart, as Debian's own installer takes it through kickseed. */
  KICKSEED,
  /** Kickstart, as the boot image "Debian by kickstart" takes it. */
  KICKSTART_INSTALLER,
  /** Debian's own preseed. */
  PRESEED;

  /** Whether the text is kickstart in any dialect. */
  public boolean isKickstart() {
    return this != PRESEED;
  }
}
