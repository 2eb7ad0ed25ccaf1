package org.yuzuri.wire.value;

/** Which daemon speaks. */
public enum DaemonKind {
  LENDER_AGENT,
  TENANT_GATEWAY
}
