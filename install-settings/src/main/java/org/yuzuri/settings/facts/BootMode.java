package org.yuzuri.settings.facts;

/** How the server's firmware boots. */
public enum BootMode {
  BIOS,
  UEFI
}
