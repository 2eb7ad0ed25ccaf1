package org.yuzuri.wire.boot;

/** What a network-booted server is to do. */
public enum BootPurpose {
  /** Run the tenant's boot image behind the transfer overlay. */
  INSTALL,
  /** Run the agent's own eraser. */
  ERASE,
  /** Run the agent's own inspection: tell what hardware there is, change nothing. */
  INSPECT
}
