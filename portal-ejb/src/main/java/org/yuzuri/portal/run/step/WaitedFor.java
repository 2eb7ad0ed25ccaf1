package org.yuzuri.portal.run.step;

/** Whom a step waits for; pages say it in words. */
public enum WaitedFor {
  /** The portal itself. */
  PORTAL,
  /** The datacenter's agent. */
  LENDER,
  /** The tenant's gateway. */
  TENANT_GATEWAY,
  /** The leased server. */
  SERVER,
  /** The tenant: the installed system, its settings, its network. */
  TENANT
}
