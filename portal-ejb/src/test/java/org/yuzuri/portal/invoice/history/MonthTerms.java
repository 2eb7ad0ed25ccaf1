package org.yuzuri.portal.invoice.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.Tier;
import org.yuzuri.billing.price.VolumePrice;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.price.SlaRule;
import org.yuzuri.portal.price.StoragePrice;
import org.yuzuri.portal.price.contract.ContractTerms;
import org.yuzuri.portal.usage.charge.ChargesInMemory.Agreed;

/**
 * What holds in a month, as numbers on paper.
 *
 * @param slaHours of faults that are borne
 * @param slaPercent 0: nothing is given back
 * @param perGb of the first {@code step} GB of images
 * @param perGbAbove of the others
 */
record MonthTerms(
    BigDecimal discount,
    TaxCategory tax,
    String currency,
    int slaHours,
    BigDecimal slaPercent,
    BigDecimal perGb,
    BigDecimal step,
    BigDecimal perGbAbove) {

  private static final List<BigDecimal> DISCOUNTS =
      List.of(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("5"), new BigDecimal("33.33"));

  private static final List<TaxCategory> TAXES = List.of(TaxCategory.values());

  static MonthTerms random(Random random, boolean reduced) {
    return new MonthTerms(
        DISCOUNTS.get(random.nextInt(DISCOUNTS.size())),
        reduced && random.nextInt(3) == 0
            ? TAXES.get(random.nextInt(TAXES.size()))
            : TaxCategory.STANDARD,
        random.nextInt(4) == 0 ? "EUR" : "JPY",
        random.nextInt(6),
        BigDecimal.valueOf(10L * random.nextInt(4)),
        BigDecimal.valueOf(random.nextInt(900), 1),
        BigDecimal.valueOf(1 + random.nextInt(60)),
        BigDecimal.valueOf(random.nextInt(500), 1));
  }

  /** As the product has it. */
  Agreed agreed(long tenant, YearMonth month) {
    Instant set = Instant.EPOCH;
    VolumePrice storage =
        new VolumePrice(
            List.of(
                new Tier(BigDecimal.ZERO, Money.of(perGb.toString(), currency)),
                new Tier(step, Money.of(perGbAbove.toString(), currency))));
    return new Agreed(
        new ContractTerms(tenant, 1, month, discount, tax, currency, "", set, "test"),
        slaPercent.signum() == 0
            ? null
            : new SlaRule(1, month.atDay(1), slaHours, slaPercent, set, "test"),
        Map.of(currency, new StoragePrice(1, month.atDay(1), storage, set, "test")));
  }

  /** The rate of consumption tax, from the law's table. */
  BigDecimal percent(YearMonth month) {
    return switch (tax) {
      case STANDARD -> BigDecimal.valueOf(month.getYear() < 2014 ? 5 : 10);
      case REDUCED -> BigDecimal.valueOf(8);
      case EXEMPT, REVERSE_CHARGE -> BigDecimal.ZERO;
    };
  }
}
