package org.yuzuri.portal.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a log-in lasts: however busy its session is, because pages that refresh themselves would
 * keep it for ever, and idle. A session without a log-in ends sooner, by {@code web.xml}.
 *
 * <p>Source: OWASP ASVS 5.0, 7.3.1 and 7.3.2 (both time-outs), 7.2.4 (a new session id at log-in).
 */
final class SessionAge {

  /** A working day. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

  private static final String LOGGED_IN_AT = "yuzuri.loggedInAt";
  private static final Duration SEEN_APART = Duration.ofMinutes(1);
  private static final String SEEN_AT = "yuzuri.seenAt";
  private static final String MEMBER_SESSION = "yuzuri.memberSession";

  /**
   * Somebody has logged in: under a new id, which nobody can have known before.
   *
   * @param memberSession the id under which the session counts for its member
   */
  static void begin(HttpServletRequest request, Instant now, long memberSession) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setMaxInactiveInterval((int) LONGEST_IDLE.toSeconds());
    session.setAttribute(LOGGED_IN_AT, now.toEpochMilli());
    session.setAttribute(MEMBER_SESSION, memberSession);
  }

  /** Whether the log-in is over; one whose begin is not known is. */
  static boolean isOver(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    Object since = session == null ? null : session.getAttribute(LOGGED_IN_AT);
    return !(since instanceof Long at) || !now.isBefore(Instant.ofEpochMilli(at).plus(LONGEST));
  }

  /**
   * The id of the request's session when that is to be noted as seen: once a minute.
   *
   * @param now the time of the request
   */
  static Optional<Long> seen(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    if (session == null || wasSeen(session, now)) {
      return Optional.empty();
    }
    session.setAttribute(SEEN_AT, now.toEpochMilli());
    return memberSession(session);
  }

  private static boolean wasSeen(HttpSession session, Instant now) {
    return session.getAttribute(SEEN_AT) instanceof Long at
        && now.isBefore(Instant.ofEpochMilli(at).plus(SEEN_APART));
  }

  /** The id under which the request's session counts for its member. */
  static Optional<Long> memberSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : memberSession(session);
  }

  static Optional<Long> memberSession(HttpSession session) {
    return session.getAttribute(MEMBER_SESSION) instanceof Long id
        ? Optional.of(id)
        : Optional.empty();
  }

  private SessionAge() {}
}
