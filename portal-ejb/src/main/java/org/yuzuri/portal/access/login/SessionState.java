package org.yuzuri.portal.access.login;

/** Whether a session of a member still is one. */
public enum SessionState {
  /** It is. */
  LIVE,

  /** It is, and its member may do nothing but set up the second factor that its tenant wants. */
  FACTOR_MISSING,

  /** Its member has ended it from another one. */
  ENDED,
  /** Newer ones of the same member have taken its place. */
  REPLACED,
  /** It never began, or its account is another since, or none. */
  UNKNOWN
}
