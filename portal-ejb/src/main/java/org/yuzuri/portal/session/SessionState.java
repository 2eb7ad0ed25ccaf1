package org.yuzuri.portal.session;

/** Whether a session still is one. */
public enum SessionState {
  /** It is. */
  LIVE,
  /** Newer ones of the same member have taken its place. */
  REPLACED,
  /** It was ended, or never began. */
  UNKNOWN
}
