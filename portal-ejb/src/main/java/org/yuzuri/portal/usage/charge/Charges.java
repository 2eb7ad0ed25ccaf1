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

  /** By lease, then kind. */
  public record OwedAndComing(List<Charge> owed, List<Charge> coming) {}

  /** What charges are derived from; read once. */
  private record Books(
      BilledMonth billed,
      List<Used> sums,
      MonthlyCharges charges,
      UsedOfLeases used,
      List<LeaseFacts> leases) {}

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
   * What a tenant owes for a month that is not over, and what it will owe when each lease that runs
   * goes on to its end, or to the month's, without a fault; of boot images and traffic what is owed
   * so far.
   */
  public OwedAndComing owedAndComing(long tenantId, YearMonth month, Instant now) {
    BilledMonth billed = BilledMonth.of(month, rules, now);
    Books books = books(tenantId, month, billed, times.sums(tenantId, billed));
    List<Charge> owed =
        books.sums().isEmpty()
            ? List.of()
            : charges(books, false).getOrDefault(tenantId, List.of());
    return new OwedAndComing(owed, charges(books, true).getOrDefault(tenantId, List.of()));
  }

  /** What each tenant will owe then that will owe something, by its id, as above. */
  public Map<Long, List<Charge>> expectedOfAll(YearMonth month, Instant now) {
    return charges(null, month, now, true);
  }

  private Map<Long, List<Charge>> charges(
      @Nullable Long tenantId, YearMonth month, Instant asOf, boolean expected) {
    BilledMonth billed = BilledMonth.of(month, rules, asOf);
    List<Used> sums = times.sums(tenantId, billed);
    return sums.isEmpty() && !expected
        ? Map.of()
        : charges(books(tenantId, month, billed, sums), expected);
  }

  private Books books(
      @Nullable Long tenantId, YearMonth month, BilledMonth billed, List<Used> sums) {
    return new Books(
        billed,
        sums,
        new MonthlyCharges(
            billed,
            contracts.terms(tenantId, month),
            prices.sla(month).orElse(null),
            prices.storage(month),
            times.faults(sums, billed)),
        UsedOfLeases.of(sums, times.sharedDays(tenantId, billed)),
        times.leases(tenantId, billed));
  }

  private static Map<Long, List<Charge>> charges(Books books, boolean expected) {
    UsedOfLeases used = books.used();
    if (expected) {
      used =
          used.and(
              books.leases().stream()
                  .collect(
                      Collectors.toMap(
                          LeaseFacts::leaseId, lease -> ComingTime.of(lease, books.billed()))));
    }
    return books.charges().ofAll(books.leases(), used, books.sums());
  }
}
