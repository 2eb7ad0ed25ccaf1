package org.yuzuri.portal.session;

/** What became of a try to log in. */
public enum SignInResult {
  /** The member was logged in. */
  SUCCEEDED,
  /** The password was wrong. */
  WRONG_PASSWORD,
  /** The password was right, the code was not. */
  WRONG_CODE,
  /** Too many tries before; it was not looked at. */
  HAD_TO_WAIT,
  /** The password was right, the account is switched off. */
  SWITCHED_OFF
}
