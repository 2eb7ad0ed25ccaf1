package org.yuzuri.portal.session;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Accounts;

/**
 * Tells members how somebody tried to log in as them. What cannot be written hinders no log-in; the
 * audit trail is what does. Acts as the portal.
 */
@ApplicationScoped
public class SignInHistory {

  private static final Logger log = LoggerFactory.getLogger(SignInHistory.class);
  private static final String JOB = "sign-ins";

  @Inject AsSystem asSystem;
  @Inject Accounts accounts;
  @Inject MemberSessionService service;

  /** Notes a try, when there is such a login. */
  public void note(String login, Origin origin, SignInResult result) {
    try {
      asSystem
          .call(Actor.system(JOB), () -> accounts.findAccount(login))
          .map(Account::memberId)
          .ifPresent(member -> asSystem.run(JOB, () -> service.note(member, origin, result)));
    } catch (EJBException | PersistenceException unwritten) {
      log.error("a try to log in is not in its member's history", unwritten);
    }
  }
}
