package org.yuzuri.portal.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.price.BillingRules;

/**
 * What tenants owe, derived from usage records, for the portal's other features. Transaction:
 * caller's. A session sees its own tenant's records only.
 */
@ApplicationScoped
public class Charges {

  private static final String OF_THE_MONTH =
      " and u.hour >= :from and u.hour < :until and u.recordedAt <= :asOf";

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  private final BillingRules rules = BillingRules.configured();

  /**
   * The zone whose days and months are charged: Asia/Tokyo unless the portal is set up otherwise.
   */
  public ZoneId zone() {
    return rules.zone();
  }

  /** How amounts become payable: DOWN unless the portal is set up otherwise. */
  public Rounding rounding() {
    return rules.rounding();
  }

  /**
   * What a tenant owes for a month, by lease and kind.
   *
   * @param asOf what was written down later is not looked at
   */
  public List<Charge> ofTenant(long tenantId, YearMonth month, Instant asOf) {
    return charges(tenantId, month, asOf).getOrDefault(tenantId, List.of());
  }

  /** The same of every tenant that owes something, by its id; in as many statements as of one. */
  public Map<Long, List<Charge>> ofAll(YearMonth month, Instant asOf) {
    return charges(null, month, asOf);
  }

  private Map<Long, List<Charge>> charges(@Nullable Long tenantId, YearMonth month, Instant asOf) {
    BilledMonth billed = BilledMonth.of(month, rules, asOf);
    Map<Long, List<UsedTime>> times =
        times(tenantId, billed).stream().collect(Collectors.groupingBy(UsedTime::leaseId));
    if (times.isEmpty()) {
      return Map.of();
    }
    return facts(tenantId, billed).stream()
        .filter(lease -> times.containsKey(lease.leaseId()))
        .flatMap(
            lease -> billed.time(lease, times.getOrDefault(lease.leaseId(), List.of())).stream())
        .sorted(Comparator.comparing(Charge::leaseId))
        .collect(Collectors.groupingBy(Charge::tenantId, TreeMap::new, Collectors.toList()));
  }

  private List<UsedTime> times(@Nullable Long tenantId, BilledMonth billed) {
    return given(
            em.createQuery(
                "select new org.yuzuri.portal.usage.UsedTime(u.leaseId, min(u.hour),"
                    + " sum(u.pieces)) from UsageEntry u where u.kind ="
                    + " org.yuzuri.portal.usage.UsageKind.SERVER_TIME"
                    + of(tenantId, "u")
                    + OF_THE_MONTH
                    + " group by u.leaseId",
                UsedTime.class),
            tenantId,
            billed)
        .setParameter("asOf", billed.asOf())
        .getResultList();
  }

  private List<LeaseFacts> facts(@Nullable Long tenantId, BilledMonth billed) {
    return given(
            em.createQuery(
                LeaseFacts.SELECT
                    + " where l.handedOverAt < :until and (l.cutOffAt is null or l.cutOffAt >= :from)"
                    + of(tenantId, "l")
                    + " order by l.id",
                LeaseFacts.class),
            tenantId,
            billed)
        .getResultList();
  }

  private static String of(@Nullable Long tenantId, String alias) {
    return tenantId == null ? "" : " and " + alias + ".tenantId = :tenant";
  }

  private static <T> TypedQuery<T> given(
      TypedQuery<T> query, @Nullable Long tenantId, BilledMonth billed) {
    query.setParameter("from", billed.from()).setParameter("until", billed.until());
    return tenantId == null ? query : query.setParameter("tenant", tenantId);
  }
}
