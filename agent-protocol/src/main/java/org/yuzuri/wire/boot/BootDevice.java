package org.yuzuri.wire.boot;

/** What a server boots from when it is next switched on. */
public enum BootDevice {
  /** From the network, the next time only. */
  NETWORK_ONCE,
  DISK,
  /** Whatever the BMC says now. */
  UNCHANGED
}
