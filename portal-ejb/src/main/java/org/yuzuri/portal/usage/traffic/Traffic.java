package org.yuzuri.portal.usage.traffic;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.record.UsageMeter;
import org.yuzuri.wire.report.TrafficCounted;

/**
 * What leased servers sent to the outside and received from there since their hand-over, for the
 * portal's other features. Transaction: caller's, with the lease locked.
 */
@Dependent
public class Traffic {

  /** A reading of a clock that is further ahead would keep later ones out. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

  private final BillingRules rules = BillingRules.configured();

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Bytes since the reading before.
   *
   * @param readAt to whose hour they belong
   */
  public record Passed(Instant readAt, long sent, long received) {

    private Passed notAfter(Instant last) {
      return readAt.isAfter(last) ? new Passed(last, sent, received) : this;
    }
  }

  /**
   * A lender agent has read the counters of a lease's server. Counting begins at the last reading
   * between the end of the installation and the hand-over, or at the first one behind the hand-over
   * when there is none: an agent that takes none when the installation has ended does not make its
   * tenant pay for it. One that is not later than the last, or has nothing more, changes nothing.
   *
   * @param lease locked; the agent serves it
   * @param installedAt when the installation had ended, by the portal's clock; null when it has
   *     not, or nobody knows
   * @throws ProblemException INVALID_VALUE: smaller than what is known, or of a time to come
   */
  public void counted(Lease lease, TrafficCounted report, @Nullable Instant installedAt) {
    Instant now = clock.instant();
    if (report.at().isAfter(now.plus(MOST_AHEAD))) {
      throw ProblemException.invalid("at", report.at(), "at most " + now.plus(MOST_AHEAD));
    }
    TrafficReading last = last(lease.id(), report.fence().generation());
    if (last != null && !report.at().isAfter(last.readAt())) {
      return;
    }
    Instant from = installedAt == null ? null : installedAt.minus(AgentView.MOST_SKEW);
    TrafficReading reading = new TrafficReading(lease, report, last, from, now);
    if (last != null && !reading.differsFrom(last)) {
      return;
    }
    em.persist(reading);
    UsageMeter meter = em.find(UsageMeter.class, lease.id());
    if (meter != null) {
      meter.lookAgainFrom(rules.hour(report.at().minus(AgentView.MOST_SKEW)));
    }
  }

  private @Nullable TrafficReading last(long leaseId, long generation) {
    return em.createQuery(
            "select r from TrafficReading r where r.leaseId = :lease and r.generation = :generation"
                + " order by r.readAt desc",
            TrafficReading.class)
        .setParameter("lease", leaseId)
        .setParameter("generation", generation)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /**
   * What passed of a lease, by the time of its readings. The clock of an agent may be a little
   * ahead of the portal's: what it read that little later passed at the last instant.
   *
   * @param from the first instant
   * @param until the last; what was read later was not the tenant's any more
   */
  public List<Passed> passed(long leaseId, Instant from, Instant until) {
    return em.createQuery(
            "select new org.yuzuri.portal.usage.traffic.Traffic$Passed(r.readAt, r.moreSent,"
                + " r.moreReceived) from TrafficReading r where r.leaseId = :lease"
                + " and r.readAt >= :from and r.readAt <= :until order by r.readAt",
            Passed.class)
        .setParameter("lease", leaseId)
        .setParameter("from", from)
        .setParameter("until", until.plus(AgentView.MOST_SKEW))
        .getResultStream()
        .map(passed -> passed.notAfter(until))
        .toList();
  }

  /** What is written down of a lease, by the month; months without any are left out. */
  public SortedMap<YearMonth, TrafficUsed> used(long leaseId) {
    SortedMap<YearMonth, TrafficUsed> months = new TreeMap<>();
    em.createQuery(
            "select u.hour, u.kind, sum(u.pieces) from UsageEntry u where u.leaseId = :lease"
                + " and u.kind in (:sent, :received) group by u.hour, u.kind",
            Object[].class)
        .setParameter("lease", leaseId)
        .setParameter("sent", UsageKind.TRAFFIC_SENT)
        .setParameter("received", UsageKind.TRAFFIC_RECEIVED)
        .getResultStream()
        .forEach(
            row -> {
              long bytes = (Long) row[2];
              TrafficUsed used =
                  row[1] == UsageKind.TRAFFIC_SENT
                      ? new TrafficUsed(bytes, 0)
                      : new TrafficUsed(0, bytes);
              months.merge(month((Instant) row[0]), used, TrafficUsed::plus);
            });
    return months;
  }

  /**
   * What is written down of a lease for the month that holds an instant; empty when its traffic was
   * never counted.
   */
  public Optional<TrafficUsed> used(long leaseId, Instant instant) {
    boolean counted =
        em.createQuery("select count(r) from TrafficReading r where r.leaseId = :lease", Long.class)
                .setParameter("lease", leaseId)
                .getSingleResult()
            > 0;
    return counted
        ? Optional.of(used(leaseId).getOrDefault(month(instant), TrafficUsed.NOTHING))
        : Optional.empty();
  }

  private YearMonth month(Instant instant) {
    return YearMonth.from(instant.atZone(rules.zone()));
  }

  /** Bytes by the hour in which they were read; none of 0. */
  public static NavigableMap<Instant, Long> byHour(
      List<Passed> passed, ToLongFunction<Passed> bytes, BillingRules rules) {
    NavigableMap<Instant, Long> hours = new TreeMap<>();
    for (Passed each : passed) {
      long more = bytes.applyAsLong(each);
      if (more > 0) {
        hours.merge(rules.hour(each.readAt()), more, Long::sum);
      }
    }
    return hours;
  }
}
