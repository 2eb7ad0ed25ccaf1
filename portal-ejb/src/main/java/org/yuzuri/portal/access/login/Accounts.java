package org.yuzuri.portal.access.login;

import java.util.Optional;

/** Where accounts come from. Implemented by the feature that keeps members. */
public interface Accounts {

  /** The account with this login, whatever its state. */
  Optional<Account> findAccount(String login);

  /** Notes that a login succeeded. */
  void loginSucceeded(long memberId);
}
