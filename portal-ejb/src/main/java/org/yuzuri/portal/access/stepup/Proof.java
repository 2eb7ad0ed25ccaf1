package org.yuzuri.portal.access.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Accounts;
import org.yuzuri.portal.access.login.CodeCheck;
import org.yuzuri.portal.access.login.LoginThrottle;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.access.login.SecondStep;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Judges what a member proves itself with: a code where it has set up a second factor, else its
 * password. Tries are slowed down as those of the log-in.
 */
@ApplicationScoped
public class Proof {

  private static final String JOB = "proof";

  @Inject CurrentSubject subject;
  @Inject Accounts accounts;
  @Inject LoginThrottle throttle;
  @Inject PasswordHasher hasher;
  @Inject CodeCheck codes;
  @Inject AsSystem asSystem;
  @Inject StepUp stepUp;

  /** Whether a code is asked for, rather than the password. */
  public boolean isByCode() {
    return account().secondStep() == SecondStep.CODE;
  }

  /**
   * Notes the proof, if it is one.
   *
   * @param source the network that the try comes from, as for the log-in
   * @param typed the code or the password
   * @throws WaitBeforeLoginException too many tries; it was not looked at
   * @throws AuthenticationException it is wrong
   * @throws ProblemException PASSWORDS_BUSY: it was not judged
   */
  public void give(String source, String typed) {
    Account account = account();
    if (account.secondStep() == SecondStep.CODE) {
      codes.check(account.memberId(), source, typed);
    } else {
      checkPassword(account, source, typed);
    }
    stepUp.proved();
  }

  private void checkPassword(Account account, String source, String typed) {
    Duration wait = asPortal(() -> throttle.take(source, account.login()));
    if (!wait.isZero()) {
      throw new WaitBeforeLoginException(wait);
    }
    if (!matches(account, source, typed)) {
      throw new IncorrectCredentialsException("password is wrong");
    }
    asSystem.run(JOB, () -> throttle.succeeded(source, account.login()));
  }

  private boolean matches(Account account, String source, String typed) {
    try {
      return hasher.matches(typed, account.passwordHash());
    } catch (ProblemException busy) {
      asSystem.run(JOB, () -> throttle.giveBack(source, account.login()));
      throw busy;
    }
  }

  private Account account() {
    String login = subject.actor().name();
    return asPortal(() -> accounts.findAccount(login)).orElseThrow();
  }

  private <T> T asPortal(Supplier<T> work) {
    return asSystem.call(Actor.system(JOB), work);
  }
}
