package org.yuzuri.portal.access.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;

/**
 * Judges codes of second factors. Their tries have budgets of their own, which no right password
 * refills: one for the source at the member, and one for the member wherever the tries come from.
 * That one locks nobody out: who gets as far as here has the member's password.
 */
@ApplicationScoped
public class CodeCheck {

  private static final String JOB = "second factor";
  private static final String CODE = "code";

  private final SecondFactors factors;
  private final LoginThrottle throttle;
  private final AsSystem asSystem;

  /** Made by the container. */
  @Inject
  public CodeCheck(SecondFactors factors, LoginThrottle throttle, AsSystem asSystem) {
    this.factors = factors;
    this.throttle = throttle;
    this.asSystem = asSystem;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  CodeCheck() {
    this(null, null, null);
  }

  /**
   * Uses the code up.
   *
   * @throws WaitBeforeLoginException too many tries; it was not looked at
   * @throws IncorrectCredentialsException it is wrong, was used before or is too old
   */
  public void check(long memberId, String source, String typed) {
    String atMember = CODE + "\n" + memberId;
    String ofMember = "member\n" + memberId;
    take(source, atMember);
    take(ofMember, CODE);
    if (!asPortal(() -> factors.use(memberId, typed))) {
      throw new IncorrectCredentialsException("code is wrong");
    }
    asSystem.run(JOB, () -> throttle.succeeded(source, atMember));
    asSystem.run(JOB, () -> throttle.succeeded(ofMember, CODE));
  }

  private void take(String source, String at) {
    Duration wait = asPortal(() -> throttle.take(source, at));
    if (!wait.isZero()) {
      throw new WaitBeforeLoginException(wait);
    }
  }

  private <T> T asPortal(Supplier<T> work) {
    return asSystem.call(Actor.system(JOB), work);
  }
}
