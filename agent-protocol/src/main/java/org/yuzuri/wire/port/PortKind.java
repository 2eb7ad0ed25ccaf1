package org.yuzuri.wire.port;

/** Who filters what a server sends. */
public enum PortKind {
  /** The agent's machine is the switch: the port is one of a Linux bridge on it. */
  LINUX_BRIDGE,
  /** A switch of the site's own, set up by its people; the agent does nothing. */
  EXTERNAL
}
