package org.yuzuri.portal.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuzuri.billing.metering.MonthlyCharge;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxRates;
import org.yuzuri.portal.price.BillingRules;

/**
 * A calendar month of the contract's zone that is charged for.
 *
 * @param from its first instant
 * @param until the first behind it
 * @param asOf what became known later is not looked at
 */
record BilledMonth(YearMonth month, Instant from, Instant until, BillingRules rules, Instant asOf) {

  private static final TaxRates RATES = TaxRates.ofJapan();

  static BilledMonth of(YearMonth month, BillingRules rules, Instant asOf) {
    return new BilledMonth(
        month,
        month.atDay(1).atStartOfDay(rules.zone()).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(rules.zone()).toInstant(),
        rules,
        asOf);
  }

  /** What a lease's time costs in the month; empty when corrections left nothing of it. */
  Optional<Charge> time(LeaseFacts lease, List<UsedTime> used) {
    Map<Instant, Long> byHour =
        used.stream().collect(Collectors.toMap(UsedTime::hour, UsedTime::pieces, Long::sum));
    MonthlyCharge charge =
        MonthlyCharge.of(
                lease.handedOverAt(), byHour, lease.price().time(), rules.zone(), rules.rounding())
            .get(month);
    if (charge == null || charge.pieces() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Charge(
            ChargeKind.SERVER_TIME,
            lease.tenantId(),
            lease.leaseId(),
            lease.serverName(),
            lease.offerId(),
            lease.offerName(),
            latest(from, lease.handedOverAt()),
            earliest(until, lease.cutOffAt() == null ? asOf : lease.cutOffAt()),
            BigDecimal.valueOf(charge.pieces()),
            ChargeUnit.of(lease.price().time().counted()),
            lease.price().time().perUnit(),
            charge.net(),
            TaxCategory.STANDARD,
            RATES.percent(TaxCategory.STANDARD, from)));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
