package org.yuzuri.portal.server.entry;

/** What a server is known by: why a key that claims to be the server's is believed. */
public enum Identity {
  /** It shows its key on its own serial console, which is read through its own BMC. */
  CONSOLE,
  /**
   * Its console cannot be read: the first key is believed that asks from its network port. Only for
   * servers of which the operator says so.
   */
  PORT
}
