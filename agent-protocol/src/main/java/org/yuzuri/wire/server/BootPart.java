package org.yuzuri.wire.server;

/** A part of what a server fetches while it boots. */
public enum BootPart {
  SCRIPT,
  KERNEL,
  INITRD,
  SETTINGS
}
