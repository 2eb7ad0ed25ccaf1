package org.yuzuri.portal.lease.period;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseRepository;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;

/** Ends leases whose period is over. Called as the portal. Transaction: required. */
@Stateless
public class LeaseExpiryService {

  @Inject LeaseRepository repository;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject CurrentSubject subject;
  @Inject Clock clock;

  /** Ids of leases whose period is over, for the timer; none while servers are left alone. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listExpired(int limit) {
    return servers.areLeftAlone() ? List.of() : repository.listExpired(clock.instant(), limit);
  }

  /**
   * Ends a lease whose period is over, unless another node is at it, or it was extended since it
   * was listed.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void expire(long id) {
    leases
        .lockedUnlessTaken(id)
        .filter(lease -> lease.isOver(clock.instant()))
        .ifPresent(
            lease ->
                leases.happened(
                    lease,
                    LeaseEvent.EXPIRE,
                    Cause.of(subject.actor(), clock.instant(), "PERIOD_OVER")));
  }

  /** The portal itself failed to end a lease: it is put off, so that it keeps no other waiting. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void putOffExpiry(long id) {
    leases.putOffExpiry(id, clock.instant());
  }
}
