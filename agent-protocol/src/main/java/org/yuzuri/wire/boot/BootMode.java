package org.yuzuri.wire.boot;

/** The firmware that a server boots with. */
public enum BootMode {
  BIOS,
  UEFI
}
