package org.yuzuri.portal.agent;

import org.yuzuri.wire.value.DaemonKind;

/** Which daemon an agent is. */
public enum AgentKind {
  /** Works at the lender's site. */
  LENDER_AGENT,
  /** Works at the edge of a tenant. */
  TENANT_GATEWAY;

  public static AgentKind of(DaemonKind kind) {
    return valueOf(kind.name());
  }
}
