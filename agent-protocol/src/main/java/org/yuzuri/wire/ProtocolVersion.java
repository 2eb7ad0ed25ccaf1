package org.yuzuri.wire;

/** The version of the messages, as it stands in the path of every call. */
public final class ProtocolVersion {

  /** Raised only when a message changes so that the other side can no longer read it. */
  public static final int CURRENT = 1;

  /** Path below the portal's address under which all calls are. */
  public static final String PATH = "/agent/v" + CURRENT + "/";

  private ProtocolVersion() {}
}
