package org.yuzuri.portal.network;

/** On whose firewall a grant is. */
public enum GrantSide {
  /** The lender's, set by a lender agent. */
  LENDER,
  /** The tenant's, set by its gateway. */
  TENANT
}
