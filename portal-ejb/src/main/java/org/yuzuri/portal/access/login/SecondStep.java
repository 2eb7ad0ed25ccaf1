package org.yuzuri.portal.access.login;

/** What a log-in takes after the right password. */
public enum SecondStep {
  /** Nothing. */
  NONE,
  /** A code of the second factor that the member has set up. */
  CODE,
  /**
   * The member has to set one up, since its tenant wants one of everybody, and may nothing else.
   */
  SET_UP
}
