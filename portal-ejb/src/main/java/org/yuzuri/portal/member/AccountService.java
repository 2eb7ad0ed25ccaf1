package org.yuzuri.portal.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.login.Account;

/** What the realm asks about members. Called as the portal; each call its own transaction. */
@Stateless
public class AccountService {

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** The account with this login, in any case of letters. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<Account> find(String login) {
    return em.createQuery("select m from Member m where m.login = :login", Member.class)
        .setParameter("login", login.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst()
        .map(Member::account);
  }

  /** Notes a success. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void loginSucceeded(long memberId) {
    Member member = em.find(Member.class, memberId, LockModeType.PESSIMISTIC_WRITE);
    member.loginSucceeded(clock.instant());
  }
}
