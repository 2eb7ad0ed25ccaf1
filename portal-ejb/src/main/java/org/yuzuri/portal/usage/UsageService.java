package org.yuzuri.portal.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.metering.BilledTime;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.Gigabytes;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.portal.usage.traffic.TrafficUsed;

/** What was used, for people. Transaction: required. */
@Stateless
public class UsageService {

  @Inject Leases leases;
  @Inject LeaseEvents events;
  @Inject Faults faults;
  @Inject Traffic traffic;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * What was written down of all tenants for a month's hours; the newest hour first unless asked
   * otherwise.
   *
   * @param month of the contract's zone, as {@code 2026-03}; blank: the current one
   * @throws ProblemException INVALID_VALUE: month
   */
  @RequiresPermissions(Permissions.USAGE_READ)
  public Page<UsageRow> list(String month, ListFilter<UsageKind> filter, PageRequest request) {
    BillingRules rules = BillingRules.configured();
    YearMonth wanted = month.isBlank() ? rules.month(clock.instant()) : named(month.strip());
    return UsageRow.ALL.page(
        em,
        filter,
        request,
        "u.hour >= :from and u.hour < :until",
        Map.of("from", rules.begin(wanted), "until", rules.begin(wanted.plusMonths(1))));
  }

  /** The current month of the contract's zone. */
  @RequiresPermissions(Permissions.USAGE_READ)
  public YearMonth currentMonth() {
    return BillingRules.configured().month(clock.instant());
  }

  /** Whether anything was written down of anybody, in whatever month. */
  @RequiresPermissions(Permissions.USAGE_READ)
  public boolean hasRecords() {
    return !em.createQuery("select u.id from UsageEntry u", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The database's years have four digits. */
  private static YearMonth named(String month) {
    if (month.matches("[12][0-9]{3}-(0[1-9]|1[0-2])")) {
      return YearMonth.parse(month);
    }
    throw ProblemException.invalid("month", month, "YYYY-MM");
  }

  /** Faults of the datacenter that a lease suffered, in the order in which they became known. */
  @RequiresPermissions(Permissions.USAGE_READ)
  public List<FaultView> faults(long leaseId) {
    leases.lease(leaseId);
    return faults.of(leaseId).stream().map(LeaseFault::view).toList();
  }

  /**
   * Notes that a matter of the datacenter's kept the tenant from its server: that time is not
   * charged, unless it was announced work. What was written down is corrected.
   *
   * @throws ProblemException NOT_FOUND; INVALID_VALUE: the tenant did not have the server then, or
   *     it is not over yet
   */
  @RequiresPermissions(Permissions.USAGE_WRITE)
  public void noteFault(long leaseId, FaultEntry entry) {
    Lease lease = leases.locked(leaseId);
    Instant from = entry.from();
    Instant until = entry.until();
    Instant begin = lease.handedOverAt();
    Instant now = clock.instant();
    Instant end = lease.cutOffAt() == null ? now : lease.cutOffAt();
    if (begin == null || from.isBefore(begin) || !from.isBefore(end)) {
      throw ProblemException.invalid("fault.from", from, begin + " – " + end);
    }
    if (until.isAfter(now)) {
      throw ProblemException.invalid("fault.until", until, "at most " + now);
    }
    faults.enter(lease, entry);
    audit.record(
        lease.tenantId(),
        "usage.fault",
        "lease " + leaseId,
        from + " – " + until + ", " + entry.kind() + ": " + entry.reason());
  }

  /**
   * What a lease has come to until now by its own price, set-up, traffic of hours that are over and
   * the piece that has begun included; without tax, and without what a contract takes off. With the
   * faults of the datacenter that it suffered.
   *
   * @throws ProblemException NOT_FOUND
   */
  @RequiresPermissions(Permissions.LEASE_READ)
  public LeaseCost costOf(long leaseId) {
    BillingRules rules = BillingRules.configured();
    Lease lease = leases.lease(leaseId);
    List<LeaseFault> known = faults.of(leaseId);
    BilledTime had = BilledTime.of(events.of(lease, known), clock.instant());
    Money sum = lease.price().used(had, rules);
    if (lease.wasActive()) {
      sum = sum.plus(rules.rounding().of(lease.price().setUp())).plus(trafficCost(lease, rules));
    }
    return new LeaseCost(sum, SufferedFault.of(known, lease.cutOffAt()));
  }

  private Money trafficCost(Lease lease, BillingRules rules) {
    Money sum = Money.zero(lease.price().setUp().currency());
    TrafficPrice price = lease.price().traffic();
    if (price != null) {
      for (TrafficUsed month : traffic.used(lease.id()).values()) {
        sum = sum.plus(rules.rounding().of(price.of(Gigabytes.of(month.bytes()))));
      }
    }
    return sum;
  }

  /**
   * What a lease's server sent to the outside and received from there in this month's hours that
   * are over; empty when its traffic was never counted.
   */
  @RequiresPermissions(Permissions.LEASE_READ)
  public Optional<TrafficUsed> trafficOf(long leaseId) {
    leases.lease(leaseId);
    return traffic.used(leaseId, clock.instant());
  }
}
