package org.yuzuri.portal.access.login;

/** The codes of members' second factors. Implemented by the feature that keeps them. */
public interface SecondFactors {

  /**
   * Uses a code up, in a transaction of its own.
   *
   * @param typed as it was typed: a code of the app, or a recovery code
   * @return whether it was one that counts; each counts once
   */
  boolean use(long memberId, String typed);
}
