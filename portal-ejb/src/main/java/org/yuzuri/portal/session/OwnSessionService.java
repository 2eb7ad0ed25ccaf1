package org.yuzuri.portal.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;

/** One's own sessions, and who tried to log in as oneself. Transactions: required. */
@Stateless
public class OwnSessionService {

  /** Tries that are shown. */
  static final int SHOWN = 50;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /** The subject's sessions that last, newest first. */
  @RequiresAuthentication
  public List<SessionView> list() {
    return em
        .createQuery(
            "select s from MemberSession s where s.memberId = :me"
                + " and s.replacedAt is null and s.endedAt is null order by s.id desc",
            MemberSession.class)
        .setParameter("me", me())
        .getResultList()
        .stream()
        .map(MemberSession::view)
        .toList();
  }

  /** The newest tries to log in with the subject's login, newest first. */
  @RequiresAuthentication
  public List<SignInView> tries() {
    return em
        .createQuery(
            "select s from SignIn s where s.memberId = :me order by s.id desc", SignIn.class)
        .setParameter("me", me())
        .setMaxResults(SHOWN)
        .getResultList()
        .stream()
        .map(SignIn::view)
        .toList();
  }

  /**
   * Ends one of the subject's sessions, at its next request.
   *
   * @throws ProblemException NOT_FOUND: it is over, or another's
   */
  @RequiresAuthentication
  public void end(long id) {
    int ended =
        em.createQuery(
                "update MemberSession s set s.endedAt = :now"
                    + " where s.id = :id and s.memberId = :me and s.endedAt is null")
            .setParameter("now", clock.instant())
            .setParameter("id", id)
            .setParameter("me", me())
            .executeUpdate();
    if (ended == 0) {
      throw ProblemException.notFound("session", id);
    }
    audit.record("session.end", subject.actor().name(), "session " + id);
  }

  /** Ends all of the subject's sessions but this one. */
  @RequiresAuthentication
  public void endOthers(long kept) {
    int ended =
        em.createQuery(
                "update MemberSession s set s.endedAt = :now"
                    + " where s.id <> :kept and s.memberId = :me and s.endedAt is null")
            .setParameter("now", clock.instant())
            .setParameter("kept", kept)
            .setParameter("me", me())
            .executeUpdate();
    audit.record("session.end", subject.actor().name(), ended + " others");
  }

  private long me() {
    return subject.actor().id();
  }
}
