package org.yuzuri.portal.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;

/** Warns tenants before their leases end. Called as the portal. Transactions: required. */
@Stateless
public class LeaseWarningService {

  private static final Duration KEPT = Duration.ofDays(30);

  @Inject Leases leases;
  @Inject LeaseNotices notices;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Ids of leases that a warning may be due for, or whose end is another, those that end first. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    return em.createQuery(
            "select l.id from Lease l left join LeaseWatch w on w.leaseId = l.id"
                + " where l.state = :active and l.endsAt > :now and (w.leaseId is null"
                + " or w.endsAt <> l.endsAt or w.nextAt <= :now) order by l.endsAt, l.id",
            Long.class)
        .setParameter("active", LeaseState.ACTIVE)
        .setParameter("now", clock.instant())
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Looks at the end of a lease, and warns when it is time, unless another node is at it. A portal
   * that was down gives the newest of the warnings that it has missed.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void look(long leaseId) {
    leases.lockedUnlessTaken(leaseId).ifPresent(lease -> look(lease, clock.instant()));
  }

  /** Removes what is known of leases that ended long ago; how many. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOld() {
    return em.createQuery("delete from LeaseWatch w where w.endsAt < :before")
        .setParameter("before", clock.instant().minus(KEPT))
        .executeUpdate();
  }

  private void look(Lease lease, Instant now) {
    Instant end = lease.endsAt();
    if (lease.state() == LeaseState.ACTIVE && end != null && end.isAfter(now)) {
      LeaseWatch watch = watch(lease, end);
      watch.sees(end, now);
      watch.take(now).ifPresent(lead -> notices.ends(lease, lead, now));
    }
  }

  private LeaseWatch watch(Lease lease, Instant end) {
    LeaseWatch known = em.find(LeaseWatch.class, lease.id());
    if (known != null) {
      return known;
    }
    Instant since = Objects.requireNonNullElse(lease.handedOverAt(), lease.createdAt());
    LeaseWatch watch = new LeaseWatch(lease.id(), end, since);
    em.persist(watch);
    return watch;
  }
}
