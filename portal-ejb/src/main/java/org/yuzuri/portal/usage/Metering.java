package org.yuzuri.portal.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yuzuri.billing.metering.UsageLedger;
import org.yuzuri.billing.metering.UsageRecord;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.usage.record.UsageEntry;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.record.UsageMeter;
import org.yuzuri.portal.usage.traffic.Traffic;

/** Writes down what a lease has used, for hours that are over. Transaction: caller's. */
@Dependent
class Metering {

  /**
   * What is written of an hour.
   *
   * @param records how many
   */
  record Written(Instant hour, long pieces, long records) {}

  private final LeaseEvents events;
  private final Traffic traffic;
  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  @Inject
  Metering(LeaseEvents events, Traffic traffic) {
    this.events = events;
    this.traffic = traffic;
  }

  /** When the hour began that holds an instant. */
  Instant hour(Instant instant) {
    return rules.hour(instant);
  }

  /**
   * Writes what is missing.
   *
   * @param lease locked, so that no other node writes the same
   */
  void write(Lease lease, Instant now) {
    Instant handedOver = lease.handedOverAt();
    if (handedOver == null) {
      return;
    }
    UsageMeter meter = em.find(UsageMeter.class, lease.id());
    if (meter == null) {
      meter = new UsageMeter(lease.id(), rules.hour(handedOver));
      em.persist(meter);
    }
    Instant from = meter.meteredUntil();
    LeaseUse use = new LeaseUse(events.of(lease), lease.price(), now, rules);
    use.byHour(traffic.passed(lease.id(), from, use.end()))
        .forEach((kind, used) -> write(lease, kind, used, from, now));
    meter.writtenUntil(isAhead(lease, rules.hour(now)) ? from : rules.hour(now));
  }

  /**
   * Whether a lease that is over has records of hours that are not: they are due when those are.
   */
  private boolean isAhead(Lease lease, Instant open) {
    return lease.cutOffAt() != null
        && em.createQuery(
                    "select count(u) from UsageEntry u where u.leaseId = :lease"
                        + " and u.kind in (:kinds) and u.hour >= :open",
                    Long.class)
                .setParameter("lease", lease.id())
                .setParameter("kinds", EnumSet.allOf(UsageKind.class))
                .setParameter("open", open)
                .getSingleResult()
            > 0;
  }

  private void write(
      Lease lease, UsageKind kind, NavigableMap<Instant, Long> used, Instant from, Instant now) {
    Map<Instant, Written> written = written(lease.id(), kind, from);
    List<UsageRecord> recorded =
        written.values().stream().map(sum -> new UsageRecord(sum.hour(), sum.pieces())).toList();
    NavigableMap<Instant, Long> since = new TreeMap<>(used.tailMap(from, true));
    for (UsageRecord missing : UsageLedger.missing(since, recorded, now, rules.zone())) {
      Written before = written.get(missing.hour());
      em.persist(
          new UsageEntry(
              lease.tenantId(),
              lease.id(),
              kind,
              missing.hour(),
              before == null ? 0 : (int) before.records(),
              missing.pieces(),
              now));
    }
  }

  private Map<Instant, Written> written(long leaseId, UsageKind kind, Instant from) {
    return em.createQuery(
            "select new org.yuzuri.portal.usage.Metering$Written(u.hour, sum(u.pieces), count(u))"
                + " from UsageEntry u where u.leaseId = :lease and u.kind = :kind"
                + " and u.hour >= :from group by u.hour",
            Written.class)
        .setParameter("lease", leaseId)
        .setParameter("kind", kind)
        .setParameter("from", from)
        .getResultStream()
        .collect(Collectors.toMap(Written::hour, sum -> sum));
  }
}
