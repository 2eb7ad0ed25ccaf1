package org.yuzuri.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;

/** Which sessions of members there are. Acts as the portal. */
@ApplicationScoped
public class MemberSessions {

  private static final String JOB = "sessions";

  @Inject AsSystem asSystem;
  @Inject MemberSessionService service;

  /**
   * A member has logged in; the oldest session over ten ends. Two transactions: of log-ins at the
   * same moment each sees the others.
   *
   * @return the session's id, by which it is asked for
   */
  public long begin(long memberId, Origin origin) {
    Actor portal = Actor.system(JOB);
    long id = asSystem.call(portal, () -> service.add(memberId, origin));
    asSystem.run(JOB, () -> service.replaceOldest(memberId));
    return id;
  }

  /** There was a request in the session. */
  public void seen(long id) {
    asSystem.run(JOB, () -> service.seen(id));
  }

  /** The session is over. Idempotent. */
  public void end(long id) {
    asSystem.run(JOB, () -> service.remove(id));
  }
}
