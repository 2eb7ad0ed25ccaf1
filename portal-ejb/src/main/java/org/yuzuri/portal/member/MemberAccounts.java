package org.yuzuri.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Accounts;

/** Members are the realm's accounts. */
@ApplicationScoped
class MemberAccounts implements Accounts {

  @Inject AccountService accounts;

  @Override
  public Optional<Account> findAccount(String login) {
    return accounts.find(login);
  }

  @Override
  public void loginSucceeded(long memberId) {
    accounts.loginSucceeded(memberId);
  }
}
