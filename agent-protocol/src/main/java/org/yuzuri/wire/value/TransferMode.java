package org.yuzuri.wire.value;

/** What a network-booted server is to do. */
public enum TransferMode {
  /** Run the tenant's boot image behind the transfer overlay. */
  INSTALL,
  /** Run the agent's own eraser. */
  ERASE
}
