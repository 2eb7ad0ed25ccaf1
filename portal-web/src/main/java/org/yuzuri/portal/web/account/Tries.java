package org.yuzuri.portal.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import java.time.Duration;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.login.LoginThrottle;
import org.yuzuri.portal.web.access.ClientAddress;
import org.yuzuri.portal.web.ui.Messages;

/** Slows down what strangers may try, by the budgets of the log-in: theirs, not anybody's. */
@RequestScoped
public class Tries {

  private static final String JOB = "page for strangers";

  /** Source: RFC 6585, §4. */
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject LoginThrottle throttle;
  @Inject AsSystem asSystem;
  @Inject ExternalContext external;
  @Inject Messages messages;

  /**
   * Takes one try; when there is none left, says how long to wait.
   *
   * @param what is tried, apart from log-ins: no login has a space
   */
  boolean take(String what) {
    Duration wait = asSystem.call(Actor.system(JOB), () -> throttle.take(source(), what));
    if (wait.isZero()) {
      return true;
    }
    long seconds = wait.plusMillis(999).toSeconds();
    external.setResponseStatus(TOO_MANY_REQUESTS);
    external.setResponseHeader("Retry-After", String.valueOf(seconds));
    messages.error("login.wait", seconds);
    return false;
  }

  /** The try was none of a guesser's. */
  void succeeded(String what) {
    asSystem.run(JOB, () -> throttle.succeeded(source(), what));
  }

  private String source() {
    return ClientAddress.currentNetwork();
  }
}
