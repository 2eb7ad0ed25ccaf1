package org.yuzuri.portal.access.login;

/** Whether a session of a member still is one. */
public enum SessionState {
  /** It is. */
  LIVE,
  /** Newer ones of the same member have taken its place. */
  REPLACED,
  /** It never began, or its account is another since, or none. */
  UNKNOWN
}
