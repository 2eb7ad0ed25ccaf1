package org.yuzuri.portal.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.usage.record.Storage;

/** Writes usage down, for the timer. Transaction: required. */
@Stateless
public class MeteringService {

  @Inject Metering metering;
  @Inject Faults faults;
  @Inject Storage storage;
  @Inject Leases leases;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Ids of leases of which an hour is over that is not written down, by id.
   *
   * @param after only higher ones
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(long after, int limit) {
    Instant open = metering.hour(clock.instant());
    return em.createQuery(
            "select l.id from Lease l left join UsageMeter m on m.leaseId = l.id"
                + " where l.id > :after and l.handedOverAt < :open and (m.leaseId is null"
                + " or (m.meteredUntil < :open"
                + " and (l.cutOffAt is null or m.meteredUntil <= l.cutOffAt))) order by l.id",
            Long.class)
        .setParameter("after", after)
        .setParameter("open", open)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Ids of leases that may suffer from a fault of their site, or do not any more; by id. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listWatched() {
    return faults.listWatched();
  }

  /** Notes that a fault of a lease's site began or ended, unless another node is at it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void watch(long leaseId) {
    leases.lockedUnlessTaken(leaseId).ifPresent(faults::watch);
  }

  /** Measures every tenant's images for days that are over, unless that is done. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void measureStorage() {
    storage.measure(clock.instant());
  }

  /** Writes down what is missing of a lease's use, unless another node is at it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void write(long leaseId) {
    leases.lockedUnlessTaken(leaseId).ifPresent(lease -> metering.write(lease, clock.instant()));
  }
}
