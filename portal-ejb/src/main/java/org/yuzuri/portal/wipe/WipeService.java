package org.yuzuri.portal.wipe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.view.RunPages;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Kind;

/** Wipes, for operators and for the tenants that wait for one. Transaction: required. */
@Stateless
public class WipeService {

  @Inject WipeRepository wipes;
  @Inject Wipes taking;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject RunPages pages;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Releases a quarantined server, or one whose wipe failed, through a wipe: cut off again, erased,
   * and available only when every disk was read back. One that no lease had since it was inspected
   * is enrolled then: it has still to be admitted.
   *
   * @throws ProblemException the server is in no state that waits for an operator
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void release(long serverId) {
    Server look = servers.server(serverId);
    if (look.state().kind() != Kind.STUCK) {
      throw ProblemException.invalid("server.state", look.state(), "QUARANTINED or WIPE_FAILED");
    }
    Cause cause = Cause.of(subject.actor(), clock.instant(), "RELEASED_BY_OPERATOR");
    if (look.lastLeaseId() == 0) {
      taking.begin(servers.locked(serverId), WipeEnding.ENROLL, cause);
    } else {
      release(leases.locked(look.lastLeaseId()), cause);
    }
    audit.record("server.release", "server " + look.name(), "through a wipe");
  }

  private void release(Lease lease, Cause cause) {
    if (lease.state() == LeaseState.RECLAIM_FAILED) {
      leases.happened(lease, LeaseEvent.RETRY, cause);
    } else {
      taking.begin(lease, WipeEnding.ERASE, cause);
    }
  }

  /**
   * Takes a server out of the pool for good; a lease that it could not be taken back from closes.
   *
   * @throws ProblemException the server is lent or being worked on; nothing changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void retire(long serverId) {
    Server look = servers.server(serverId);
    Cause cause = Cause.of(subject.actor(), clock.instant(), "BY_HAND");
    if (look.lastLeaseId() == 0) {
      servers.happened(serverId, ServerEvent.RETIRE, cause);
    } else {
      taking.retire(leases.locked(look.lastLeaseId()), cause);
    }
    audit.record("server.retire", "server " + look.name(), "");
  }

  /** Wipes of a server, newest first. */
  @RequiresPermissions(Permissions.WIPE_READ)
  public List<WipeView> ofServer(long serverId) {
    return em
        .createQuery(
            "select w from Wipe w join fetch w.run where w.run.serverId = :server order by w.id desc",
            Wipe.class)
        .setParameter("server", serverId)
        .getResultList()
        .stream()
        .map(this::view)
        .toList();
  }

  /** Evidence of a server, newest first. */
  @RequiresPermissions(Permissions.WIPE_READ)
  public List<WipeRecordView> recordsOf(long serverId) {
    return em
        .createQuery(
            "select r from WipeRecord r where r.serverId = :server order by r.id desc",
            WipeRecord.class)
        .setParameter("server", serverId)
        .getResultList()
        .stream()
        .map(WipeRecord::view)
        .toList();
  }

  /** How far the server of one's own lease is on its way back; empty before it began. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public Optional<WipeView> ofLease(long leaseId) {
    leases.lease(leaseId);
    return wipes.findLastOfLease(leaseId).map(this::view);
  }

  private WipeView view(Wipe wipe) {
    return new WipeView(
        wipe.id(), wipe.ending(), WipeState.of(wipe.run(), wipe.ending()), pages.view(wipe.run()));
  }
}
