package org.yuzuri.portal.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yuzuri.portal.access.login.FirstStep;

/**
 * A right password whose code has not followed yet, in the browser's session. Nobody is logged in
 * by it: it opens the page of the code, for five minutes.
 *
 * @param millis when the password was given, since 1970
 */
record PendingStep(FirstStep first, long millis) implements Serializable {

  static final Duration LASTS = Duration.ofMinutes(5);

  private static final String NAME = "yuzuri.firstStep";

  /** The password was right: under a new session id, which nobody can have known before. */
  static void begin(HttpServletRequest request, FirstStep first, Instant now) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(NAME, new PendingStep(first, now.toEpochMilli()));
  }

  /** What the code has to follow; empty when there is nothing, or not any more. */
  static Optional<FirstStep> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(NAME) instanceof PendingStep pending
        ? Optional.of(pending)
            .filter(p -> now.isBefore(Instant.ofEpochMilli(p.millis).plus(LASTS)))
            .map(PendingStep::first)
        : Optional.empty();
  }

  /** It is over, whatever became of it. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(NAME);
    }
  }
}
