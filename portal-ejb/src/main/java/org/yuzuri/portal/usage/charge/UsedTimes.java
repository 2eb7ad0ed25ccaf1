package org.yuzuri.portal.usage.charge;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.usage.record.UsageKind;

/** Reads what was written down of a month, in few statements however many leases there are. */
@Dependent
class UsedTimes {

  private static final String USED =
      "select new org.yuzuri.portal.usage.charge.Used(u.kind, u.tenantId,";
  private static final String OF_THE_MONTH =
      " where u.hour >= :from and u.hour < :until and u.recordedAt <= :asOf";

  @PersistenceContext EntityManager em;

  /** Sums of the month, of each lease and kind one; those of one tenant, or of all. */
  List<Used> sums(@Nullable Long tenantId, BilledMonth month) {
    return given(
            em.createQuery(
                USED
                    + " u.leaseId, min(u.hour), sum(u.pieces)) from UsageEntry u"
                    + OF_THE_MONTH
                    + of(tenantId, "u")
                    + " group by u.kind, u.tenantId, u.leaseId",
                Used.class),
            tenantId,
            month)
        .setParameter("asOf", month.asOf())
        .getResultList();
  }

  /** Days of leases that pay a share of a month for each, by the hour in which they began. */
  List<Used> sharedDays(@Nullable Long tenantId, BilledMonth month) {
    return given(
            em.createQuery(
                USED
                    + " u.leaseId, u.hour, sum(u.pieces)) from UsageEntry u"
                    + " join Lease l on l.id = u.leaseId"
                    + OF_THE_MONTH
                    + of(tenantId, "u")
                    + " and u.kind = :time and l.price.partOfMonth = :shared"
                    + " group by u.kind, u.tenantId, u.leaseId, u.hour",
                Used.class),
            tenantId,
            month)
        .setParameter("asOf", month.asOf())
        .setParameter("time", UsageKind.SERVER_TIME)
        .setParameter("shared", PartOfMonth.STARTED_DAYS)
        .getResultList();
  }

  /** Leases that a tenant had in the month, or that all had; by id. */
  List<LeaseFacts> leases(@Nullable Long tenantId, BilledMonth month) {
    return given(
            em.createQuery(
                LeaseFacts.SELECT
                    + " where l.handedOverAt < :until"
                    + " and (l.cutOffAt is null or l.cutOffAt >= :from)"
                    + of(tenantId, "l")
                    + " order by l.id",
                LeaseFacts.class),
            tenantId,
            month)
        .getResultList();
  }

  /** What took time of these leases in the month that is not charged, by lease. */
  Map<Long, List<FaultKind>> faults(List<Used> sums, BilledMonth month) {
    Set<Long> disturbed =
        sums.stream()
            .filter(sum -> sum.kind() == UsageKind.LENDER_FAULT && sum.pieces() != 0)
            .flatMap(sum -> Stream.ofNullable(sum.leaseId()))
            .collect(Collectors.toSet());
    if (disturbed.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "select f.leaseId, f.kind from LeaseFault f where f.leaseId in :leases"
                + " and f.began = true and f.at < :until and f.notedAt <= :asOf"
                + " and not exists (select e.id from LeaseFault e where e.leaseId = f.leaseId"
                + " and e.cause = f.cause and e.began = false and e.at <= :from"
                + " and e.notedAt <= :asOf)",
            Object[].class)
        .setParameter("leases", disturbed)
        .setParameter("from", month.from())
        .setParameter("until", month.until())
        .setParameter("asOf", month.asOf())
        .getResultStream()
        .filter(row -> ((FaultKind) row[1]).pausesTheCharge())
        .collect(
            Collectors.groupingBy(
                row -> (Long) row[0],
                Collectors.mapping(row -> (FaultKind) row[1], Collectors.toList())));
  }

  private static String of(@Nullable Long tenantId, String alias) {
    return tenantId == null ? "" : " and " + alias + ".tenantId = :tenant";
  }

  private static <T> TypedQuery<T> given(
      TypedQuery<T> query, @Nullable Long tenantId, BilledMonth month) {
    query.setParameter("from", month.from()).setParameter("until", month.until());
    return tenantId == null ? query : query.setParameter("tenant", tenantId);
  }
}
