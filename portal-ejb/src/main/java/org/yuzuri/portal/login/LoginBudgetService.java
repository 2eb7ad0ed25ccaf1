package org.yuzuri.portal.login;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Sha256;

/**
 * Keeps the budgets of tries. Called as the portal; each call its own transaction. The source's row
 * is locked before that of the source at a login.
 */
@Stateless
public class LoginBudgetService {

  /** By then time has forgiven everything that can count. */
  private static final Duration KEPT = Duration.ofDays(2);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Takes one try.
   *
   * @return zero: it was taken; otherwise how long to wait, and nothing was taken
   * @throws ProblemException IN_USE: another try made the same row at the same moment; ask again
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public Duration take(String source, String login) {
    Instant now = clock.instant();
    LoginBudget ofSource = locked(ofSource(source), now);
    Duration wait = ofSource.wait(now);
    if (!wait.isZero()) {
      return wait;
    }
    LoginBudget atLogin = locked(atLogin(source, login), now);
    wait = atLogin.wait(now);
    if (wait.isZero()) {
      ofSource.take(Pace.OF_A_SOURCE, now);
      atLogin.take(Pace.AT_A_LOGIN, now);
    }
    return wait;
  }

  /** The try succeeded. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void succeeded(String source, String login) {
    Instant now = clock.instant();
    locked(ofSource(source), now).giveBack(Pace.OF_A_SOURCE);
    locked(atLogin(source, login), now).forget();
  }

  /** The try was not judged. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void giveBack(String source, String login) {
    Instant now = clock.instant();
    locked(ofSource(source), now).giveBack(Pace.OF_A_SOURCE);
    locked(atLogin(source, login), now).giveBack(Pace.AT_A_LOGIN);
  }

  /** Removes what counts no more. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void forgetOld() {
    em.createQuery("delete from LoginBudget b where b.countedAt < :end")
        .setParameter("end", clock.instant().minus(KEPT))
        .executeUpdate();
  }

  private LoginBudget locked(String whose, Instant now) {
    LoginBudget found = em.find(LoginBudget.class, whose, LockModeType.PESSIMISTIC_WRITE);
    return found != null ? found : added(new LoginBudget(whose, now));
  }

  private LoginBudget added(LoginBudget fresh) {
    try {
      em.persist(fresh);
      em.flush();
      return fresh;
    } catch (PersistenceException sameMoment) {
      throw new ProblemException(
          CommonProblem.IN_USE, "source", fresh, "no other try at the same moment", sameMoment);
    }
  }

  private static String ofSource(String source) {
    return Sha256.ofText("source\n" + source).hex();
  }

  private static String atLogin(String source, String login) {
    return Sha256.ofText("login\n" + source + "\n" + login).hex();
  }
}
