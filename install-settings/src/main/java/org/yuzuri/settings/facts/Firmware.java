package org.yuzuri.settings.facts;

/** What boots the server. */
public enum Firmware {
  BIOS,
  UEFI
}
