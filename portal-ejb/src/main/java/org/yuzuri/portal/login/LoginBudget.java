package org.yuzuri.portal.login;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** Tries at the log-in that are left to a source, or to a source at one login. */
@Entity
class LoginBudget {

  @Id private String whose;

  private int failures;
  private Instant countedAt;
  private Instant nextTryAt;

  /** For Hibernate. */
  LoginBudget() {}

  LoginBudget(String whose, Instant now) {
    this.whose = whose;
    this.countedAt = now;
    this.nextTryAt = now;
  }

  /** How long until a try is taken; zero: one may be taken now. */
  Duration wait(Instant now) {
    return now.isBefore(nextTryAt) ? Duration.between(now, nextTryAt) : Duration.ZERO;
  }

  void take(Pace pace, Instant now) {
    long forgiven = pace.forgiven(countedAt, now);
    if (failures <= forgiven) {
      failures = 0;
      countedAt = now;
    } else {
      failures -= (int) forgiven;
      countedAt = countedAt.plus(pace.forgives().multipliedBy(forgiven));
    }
    failures++;
    nextTryAt = now.plus(pace.pause(failures));
  }

  /** One try was none: it succeeded, or could not be judged. */
  void giveBack(Pace pace) {
    failures = Math.max(0, failures - 1);
    if (pace.pause(failures).isZero()) {
      nextTryAt = countedAt;
    }
  }

  /** Everything begins anew. */
  void forget() {
    failures = 0;
    nextTryAt = countedAt;
  }

  @Override
  public String toString() {
    return whose + ": " + failures;
  }
}
