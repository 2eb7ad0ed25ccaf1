package org.yuzuri.portal.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a log-in lasts, however busy its session is: pages that refresh themselves would keep it
 * for ever. Idle sessions end sooner, by {@code web.xml}.
 *
 * <p>Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2 (both time-outs), 7.2.4 (a new session id at log-in).
 */
final class SessionAge {

  /** A working day. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final String LOGGED_IN_AT = "yuzuri.loggedInAt";

  /** Somebody has logged in: under a new id, which nobody can have known before. */
  static void begin(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(LOGGED_IN_AT, now.toEpochMilli());
  }

  /** Whether the log-in is over; one whose begin is not known is. */
  static boolean isOver(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    Object since = session == null ? null : session.getAttribute(LOGGED_IN_AT);
    return !(since instanceof Long at) || !now.isBefore(Instant.ofEpochMilli(at).plus(LONGEST));
  }

  private SessionAge() {}
}
