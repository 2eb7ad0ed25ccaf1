package org.yuzuri.wire.value;

/** The firmware that a server boots with. */
public enum BootMode {
  BIOS,
  UEFI
}
