package org.yuzuri.portal.lease.period;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaProblem;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.state.Cause;

/** Extends and shortens leases. Transaction: required. */
@Stateless
public class PeriodService {

  @Inject Leases leases;
  @Inject Quotas quotas;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * What the change would mean; changes nothing.
   *
   * @throws ProblemException see {@link PeriodProblem}; OVER_QUOTA for a longer period of a tenant
   *     that has more servers than it may
   */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public PeriodChange preview(long leaseId, LeasePeriod wanted) {
    return checked(leases.lease(leaseId), wanted);
  }

  /**
   * Gives the lease another period, counted from its hand-over.
   *
   * @param seen the period that it had when the change was looked at
   * @throws ProblemException as {@link #preview}; PERIOD_CHANGED_MEANWHILE. Nothing was changed
   */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public void change(long leaseId, LeasePeriod seen, LeasePeriod wanted) {
    Lease lease = leases.locked(leaseId);
    checked(lease, wanted);
    if (!lease.period().equals(seen)) {
      throw new ProblemException(
          PeriodProblem.PERIOD_CHANGED_MEANWHILE, "hours", seen.text(), lease.period().text());
    }
    if (wanted.equals(seen)) {
      return;
    }
    leases.changePeriod(
        lease, wanted, Cause.of(subject.actor(), clock.instant(), "PERIOD_CHANGED"));
    audit.record(
        lease.tenantId(), "lease.period", "lease " + leaseId, seen.text() + " → " + wanted.text());
  }

  private PeriodChange checked(Lease lease, LeasePeriod wanted) {
    if (!lease.isHeld()) {
      throw new ProblemException(
          PeriodProblem.LEASE_NOT_HELD, "lease", lease.state(), "STARTING, ACTIVE");
    }
    PeriodChange change = PeriodChange.of(lease, wanted, clock.instant());
    refusePast(lease, change);
    if (change.isLonger()) {
      refuseOverQuota(lease.tenantId());
    }
    return change;
  }

  private void refusePast(Lease lease, PeriodChange change) {
    Instant now = clock.instant();
    Instant end = change.endAfter();
    if (end != null && !end.isAfter(now)) {
      Duration had = Duration.between(lease.handedOverAt(), now);
      throw new ProblemException(
          PeriodProblem.END_IN_THE_PAST,
          "hours",
          change.after().text(),
          (had.toHours() + 1) + " h");
    }
  }

  /** A tenant whose quota was lowered below what it has keeps that, but not for longer. */
  private void refuseOverQuota(long tenantId) {
    long held =
        em.createQuery(
                "select count(l) from Lease l"
                    + " where l.tenantId = :tenant and l.activeServerId is not null",
                Long.class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    QuotaUse use = quotas.use(Quota.SERVERS, tenantId, held);
    if (use.used() > use.allowed()) {
      throw new ProblemException(
          QuotaProblem.OVER_QUOTA, use.quota().field(), use.usedText(), use.allowedText());
    }
  }
}
