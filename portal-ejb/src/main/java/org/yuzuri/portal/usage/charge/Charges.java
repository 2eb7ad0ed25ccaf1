package org.yuzuri.portal.usage.charge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Prices;
import org.yuzuri.portal.price.contract.Contracts;

/**
 * What tenants owe, derived from usage records, for the portal's other features. Transaction:
 * caller's. A session sees its own tenant's records only.
 */
@ApplicationScoped
public class Charges {

  @Inject UsedTimes times;
  @Inject Contracts contracts;
  @Inject Prices prices;

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
   * What a tenant owes for a month, by lease, then kind.
   *
   * @param asOf what was written down later is not looked at
   */
  public List<Charge> ofTenant(long tenantId, YearMonth month, Instant asOf) {
    return charges(tenantId, month, asOf, false).getOrDefault(tenantId, List.of());
  }

  /** The same of every tenant that owes something, by its id; in as many statements as of one. */
  public Map<Long, List<Charge>> ofAll(YearMonth month, Instant asOf) {
    return charges(null, month, asOf, false);
  }

  /**
   * What a tenant will owe for a month that is not over when each lease that runs goes on to its
   * end, or to the month's, without a fault. Of boot images and traffic what is owed so far.
   */
  public List<Charge> expectedOfTenant(long tenantId, YearMonth month, Instant now) {
    return charges(tenantId, month, now, true).getOrDefault(tenantId, List.of());
  }

  /** The same of every tenant that will owe something, by its id. */
  public Map<Long, List<Charge>> expectedOfAll(YearMonth month, Instant now) {
    return charges(null, month, now, true);
  }

  private Map<Long, List<Charge>> charges(
      @Nullable Long tenantId, YearMonth month, Instant asOf, boolean expected) {
    BilledMonth billed = BilledMonth.of(month, rules, asOf);
    List<Used> sums = times.sums(tenantId, billed);
    if (sums.isEmpty() && !expected) {
      return Map.of();
    }
    MonthlyCharges charges =
        new MonthlyCharges(
            billed,
            contracts.terms(tenantId, month),
            prices.sla(month).orElse(null),
            prices.storage(month));
    UsedOfLeases used = UsedOfLeases.of(sums, times.sharedDays(tenantId, billed));
    List<LeaseFacts> leases = times.leases(tenantId, billed);
    if (expected) {
      used =
          used.and(
              leases.stream()
                  .collect(
                      Collectors.toMap(
                          LeaseFacts::leaseId, lease -> ComingTime.of(lease, billed))));
    }
    return charges.ofAll(leases, used, sums);
  }
}
