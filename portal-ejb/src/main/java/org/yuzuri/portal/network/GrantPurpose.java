package org.yuzuri.portal.network;

/** What a grant is open for; decides when it is closed. */
public enum GrantPurpose {
  /** While the operating system is transferred. */
  INSTALL,
  /** While the lease is held. */
  PRODUCTION
}
