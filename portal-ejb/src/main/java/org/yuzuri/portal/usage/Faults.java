package org.yuzuri.portal.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.usage.record.UsageMeter;

/** Faults of the datacenter that leases suffer. Transaction: caller's, with the lease locked. */
@Dependent
class Faults {

  /** A fault that the portal has seen: the tunnel is down while the site's agent is silent. */
  private static final String SITE = "SITE-";

  /** A fault that somebody has entered. */
  private static final String WORD = "WORD-";

  /** States of a lease whose time counts: the tenant has the server, or it is not cut off yet. */
  static final Set<LeaseState> HAD = Set.of(LeaseState.ACTIVE, LeaseState.RETURNING);

  private final CurrentSubject subject;
  private final Clock clock;
  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  @Inject
  Faults(CurrentSubject subject, Clock clock) {
    this.subject = subject;
    this.clock = clock;
  }

  /** All that is known of a lease, in the order in which it became known. */
  List<LeaseFault> of(long leaseId) {
    return em.createQuery(
            "select f from LeaseFault f where f.leaseId = :lease order by f.id", LeaseFault.class)
        .setParameter("lease", leaseId)
        .getResultList();
  }

  /** Notes a fault that is over. */
  void enter(Lease lease, FaultEntry entry) {
    String cause = WORD + (of(lease.id()).size() + 1);
    note(lease, cause, entry.kind(), true, entry.from(), entry.reason());
    note(lease, cause, entry.kind(), false, entry.until(), entry.reason());
  }

  /**
   * Leases that a tenant has whose tunnel is down while the agent of their site is silent, and
   * those that a fault of this kind may still be open for; by id.
   */
  List<Long> listWatched() {
    return em.createQuery(
            "select l.id from Lease l join Server s on s.id = l.serverId"
                + " join Agent a on a.id = s.agentId where l.state in :had"
                + " and ((l.state = :active and l.tunnelDownSince is not null"
                + " and a.silentSince is not null)"
                + " or (select count(f) from LeaseFault f where f.leaseId = l.id and f.began = true)"
                + " > (select count(f) from LeaseFault f where f.leaseId = l.id"
                + " and f.began = false)) order by l.id",
            Long.class)
        .setParameter("had", HAD)
        .setParameter("active", LeaseState.ACTIVE)
        .getResultList();
  }

  /**
   * Begins or ends the site's fault of a lease, as it is now. One that is given back meanwhile has
   * no tunnel any more: it lasts until the agent is heard, or to the cut-off.
   */
  void watch(Lease lease) {
    List<LeaseFault> known = ofSite(lease);
    LeaseFault open = open(known);
    Instant silent = silentSince(lease.serverId());
    Instant down = lease.tunnelDownSince();
    boolean active = lease.state() == LeaseState.ACTIVE;
    if (open != null) {
      if (silent == null || (active && down == null)) {
        end(lease, open, clock.instant(), "tunnel up or lender agent heard");
      }
    } else if (active && silent != null && down != null) {
      Instant since = silent.isAfter(down) ? silent : down;
      String cause = SITE + (known.size() + 1);
      note(lease, cause, FaultKind.SITE, true, since, "tunnel down, lender agent silent");
    }
  }

  /** The tenant does not have the server any more: the site's fault is over for it, too. */
  void over(Lease lease, Instant at) {
    LeaseFault open = open(ofSite(lease));
    if (open != null) {
      end(lease, open, at.isBefore(open.at()) ? open.at() : at, "the server was taken back");
    }
  }

  private List<LeaseFault> ofSite(Lease lease) {
    return of(lease.id()).stream().filter(fault -> fault.cause().startsWith(SITE)).toList();
  }

  /** The one that lasts, of those of a site; they follow each other. */
  private static @Nullable LeaseFault open(List<LeaseFault> known) {
    LeaseFault last = known.isEmpty() ? null : known.get(known.size() - 1);
    return last != null && last.began() ? last : null;
  }

  private void end(Lease lease, LeaseFault open, Instant at, String detail) {
    note(lease, open.cause(), open.kind(), false, at, detail);
  }

  private @Nullable Instant silentSince(long serverId) {
    return em.createQuery(
            "select a.silentSince from Agent a join Server s on s.agentId = a.id"
                + " where s.id = :server and a.silentSince is not null",
            Instant.class)
        .setParameter("server", serverId)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  private void note(
      Lease lease, String cause, FaultKind kind, boolean began, Instant at, String detail) {
    em.persist(
        new LeaseFault(
            lease.tenantId(),
            lease.id(),
            cause,
            kind,
            began,
            at,
            clock.instant(),
            subject.actor().name(),
            detail));
    UsageMeter meter = em.find(UsageMeter.class, lease.id());
    if (meter != null) {
      meter.lookAgainFrom(rules.hour(at));
    }
  }
}
