package org.yuzuri.settings;

/** How the server's firmware boots. */
public enum BootMode {
  BIOS,
  UEFI
}
