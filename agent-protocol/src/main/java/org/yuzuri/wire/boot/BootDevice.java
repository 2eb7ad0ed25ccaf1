package org.yuzuri.wire.boot;

/** What a server boots from when it is next switched on. */
public enum BootDevice {
  DISK,
  /** Whatever the BMC says now. */
  UNCHANGED
}
