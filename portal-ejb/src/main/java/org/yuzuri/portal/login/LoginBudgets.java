package org.yuzuri.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.yuzuri.portal.access.login.LoginThrottle;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/** Budgets of tries are the realm's throttle. Called as the portal. */
@ApplicationScoped
class LoginBudgets implements LoginThrottle {

  /** A row is made once, so the second time it is found; the third is for its removal between. */
  private static final int TIMES = 3;

  @Inject LoginBudgetService budgets;

  @Override
  public Duration take(String source, String login) {
    return again(() -> budgets.take(source, login));
  }

  @Override
  public void succeeded(String source, String login) {
    again(
        () -> {
          budgets.succeeded(source, login);
          return Duration.ZERO;
        });
  }

  @Override
  public void giveBack(String source, String login) {
    again(
        () -> {
          budgets.giveBack(source, login);
          return Duration.ZERO;
        });
  }

  private static Duration again(Supplier<Duration> call) {
    for (int time = 1; ; time++) {
      try {
        return call.get();
      } catch (ProblemException sameMoment) {
        if (time == TIMES || sameMoment.code() != CommonProblem.IN_USE) {
          throw sameMoment;
        }
      }
    }
  }
}
