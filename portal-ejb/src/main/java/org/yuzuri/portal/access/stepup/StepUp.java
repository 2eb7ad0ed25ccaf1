package org.yuzuri.portal.access.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Asks a member to have proven anew who it is: services call {@link #check} before what cannot be
 * taken back. Daemons, timers and the portal itself are not asked. A log-in is no proof.
 *
 * <p>Source: OWASP ASVS 5.0, 7.5.1 and 7.5.3.
 */
@ApplicationScoped
public class StepUp {

  /** How long a proof holds. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  /** Attribute of the session: the member's id and the millisecond of its proof, {@code 7:…}. */
  static final String PROVED = "yuzuri.proved";

  private final CurrentSubject subject;
  private final Clock clock;

  @Inject
  StepUp(CurrentSubject subject, Clock clock) {
    this.subject = subject;
    this.clock = clock;
  }

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  StepUp() {
    this(null, null);
  }

  /**
   * Refuses a member whose session holds no proof of the last ten minutes.
   *
   * @throws ProblemException STEP_UP_NEEDED
   */
  public void check() {
    Actor actor = subject.actor();
    if (actor.kind() == ActorKind.MEMBER && !isProven(actor.id())) {
      throw new ProblemException(
          StepUpProblem.STEP_UP_NEEDED, "proof", "none", "one of the last ten minutes");
    }
  }

  /** The member has just proven who it is. */
  public void proved() {
    Subject current = ThreadContext.getSubject();
    current.getSession().setAttribute(PROVED, proof(subject.actor().id(), clock.instant()));
  }

  private boolean isProven(long member) {
    Session session = ThreadContext.getSubject().getSession(false);
    Object held = session == null ? null : session.getAttribute(PROVED);
    if (!(held instanceof String proof) || !proof.startsWith(member + ":")) {
      return false;
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(proof.substring(proof.indexOf(':') + 1)));
    return clock.instant().isBefore(at.plus(LASTS));
  }

  static String proof(long member, Instant at) {
    return member + ":" + at.toEpochMilli();
  }
}
