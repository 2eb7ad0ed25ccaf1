package org.yuzuri.wire.value;

/** Which of a server's two tunnels: the installer's, or the installed system's. */
public enum TunnelPurpose {
  INSTALL,
  PRODUCTION
}
