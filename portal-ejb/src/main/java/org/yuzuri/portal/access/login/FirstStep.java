package org.yuzuri.portal.access.login;

import java.io.Serializable;

/**
 * A right password, before the code that has to follow.
 *
 * @param login whose
 * @param account the account's fingerprint; another one since, and the first step is to be repeated
 */
public record FirstStep(String login, String account) implements Serializable {

  @Override
  public String toString() {
    return "FirstStep[" + login + "]";
  }
}
