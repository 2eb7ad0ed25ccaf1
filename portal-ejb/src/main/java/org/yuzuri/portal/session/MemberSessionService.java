package org.yuzuri.portal.session;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Keeps the list of sessions. Called as the portal; each call its own transaction. */
@Stateless
public class MemberSessionService {

  /** Sessions that one member has at most. */
  static final int MOST = 10;

  /** Longer than any log-in lasts. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** Long enough to find out what somebody did last month. */
  private static final Duration TRIES_KEPT = Duration.ofDays(90);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * A member has logged in.
   *
   * @return the session's id
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public long add(long memberId, Origin origin) {
    MemberSession fresh = new MemberSession(memberId, origin, clock.instant());
    em.persist(fresh);
    em.flush();
    return fresh.id();
  }

  /** Ends the member's oldest sessions over the limit, as they are known by now. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void replaceOldest(long memberId) {
    List<MemberSession> live =
        em.createQuery(
                "select s from MemberSession s"
                    + " where s.memberId = :member and s.replacedAt is null"
                    + " and s.endedAt is null order by s.id desc",
                MemberSession.class)
            .setParameter("member", memberId)
            .getResultList();
    live.stream().skip(MOST).forEach(session -> session.replace(clock.instant()));
  }

  /** There was a request in the session just now. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void seen(long id) {
    em.createQuery("update MemberSession s set s.seenAt = :now where s.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Somebody tried to log in as this member. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void note(long memberId, Origin origin, SignInResult result) {
    em.persist(new SignIn(memberId, clock.instant(), origin, result));
  }

  /** The session is over, if it was not. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void remove(long id) {
    em.createQuery("delete from MemberSession s where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes what can be no session any more, and tries of long ago. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void forgetOld() {
    em.createQuery("delete from MemberSession s where s.beganAt < :end")
        .setParameter("end", clock.instant().minus(KEPT))
        .executeUpdate();
    em.createQuery("delete from SignIn s where s.at < :end")
        .setParameter("end", clock.instant().minus(TRIES_KEPT))
        .executeUpdate();
  }
}
