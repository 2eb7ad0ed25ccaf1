package org.yuzuri.portal.access.login;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuzuri.portal.access.CurrentSubject;

/** Accounts in memory; remembers what it was told, and who asked. */
final class FakeAccounts implements Accounts {

  final Map<String, Account> byLogin = new HashMap<>();
  final List<String> told = new ArrayList<>();
  private final CurrentSubject asking = new CurrentSubject();

  @Override
  public Optional<Account> findAccount(String login) {
    told.add("asked as " + asking.actor().name());
    return Optional.ofNullable(byLogin.get(login));
  }

  @Override
  public void loginSucceeded(long memberId) {
    told.add("succeeded " + memberId);
  }
}
