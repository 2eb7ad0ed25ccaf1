package org.yuzuri.portal.tenant;

/** What an operator can do to a tenant. */
public enum TenantEvent {
  /** Nothing new for it until it is resumed. */
  SUSPEND,
  /** It may order again. */
  RESUME,
  /** It leases nothing and has left. */
  CLOSE
}
