package org.yuzuri.wire.port;

/** What passes a server's port. */
public enum PortAccess {
  /** What the server sends as itself, to the agent's machine and no other; and answers to it. */
  FILTERED,
  /** Nothing, in either direction. */
  CLOSED
}
