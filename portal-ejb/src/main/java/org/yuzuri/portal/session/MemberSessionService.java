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

  @Inject Clock clock;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * A member has logged in.
   *
   * @return the session's id
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public long add(long memberId) {
    MemberSession fresh = new MemberSession(memberId, clock.instant());
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
                    + " where s.memberId = :member and s.replacedAt is null order by s.id desc",
                MemberSession.class)
            .setParameter("member", memberId)
            .getResultList();
    live.stream().skip(MOST).forEach(session -> session.replace(clock.instant()));
  }

  /** The session is over, if it was not. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void remove(long id) {
    em.createQuery("delete from MemberSession s where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes what can be no session any more. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void forgetOld() {
    em.createQuery("delete from MemberSession s where s.beganAt < :end")
        .setParameter("end", clock.instant().minus(KEPT))
        .executeUpdate();
  }
}
