package org.yuzuri.portal.state.event;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/**
 * What changed lately, for the nodes that push it to browsers: each node tails the signals, since a
 * push reaches only the browsers of its own node.
 *
 * <p>Permission: the portal itself ({@code AsSystem}); a page is told only that it should look
 * again.
 */
@Stateless
public class ChangeFeedService {

  /** Longest list of one call. */
  public static final int BATCH = 500;

  private static final Duration KEPT = Duration.ofHours(1);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** The newest signal's id; 0 when there is none. Where a node that starts begins to tail. */
  @RequiresPermissions(Permissions.SYSTEM)
  public long latestEventId() {
    Long last =
        em.createQuery("select max(s.id) from ChangeSignal s", Long.class).getSingleResult();
    return last == null ? 0 : last;
  }

  /**
   * Signals after {@code id}, oldest first, at most {@link #BATCH}. Ids are given at the insert,
   * not at the commit, so a slow transaction may appear behind a faster one: ask again from a
   * little before the last id seen.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<ChangedSubject> changedSince(long id) {
    return em.createQuery(
            "select s from ChangeSignal s where s.id > :id order by s.id", ChangeSignal.class)
        .setParameter("id", id)
        .setMaxResults(BATCH)
        .getResultStream()
        .map(ChangeSignal::view)
        .toList();
  }

  /** Forgets signals older than an hour. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOld() {
    return em.createQuery("delete from ChangeSignal s where s.at < :before")
        .setParameter("before", clock.instant().minus(KEPT))
        .executeUpdate();
  }
}
