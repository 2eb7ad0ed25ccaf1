package org.yuzuri.portal.invoice.history;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.price.Price;

/** A price as numbers on paper. */
record ListPrice(
    BilledUnit unit,
    boolean startedDays,
    BigDecimal perUnit,
    @Nullable BigDecimal cap,
    BigDecimal setUp,
    @Nullable BigDecimal perGb,
    BigDecimal included,
    String currency) {

  static ListPrice random(Random random, BilledUnit unit, boolean startedDays, String currency) {
    BigDecimal perUnit = BigDecimal.valueOf(1 + random.nextInt(40_000), 2);
    if (unit == BilledUnit.MONTH) {
      perUnit = BigDecimal.valueOf(1000 + random.nextInt(60_000));
    }
    return new ListPrice(
        unit,
        startedDays,
        perUnit,
        random.nextInt(3) == 0
            ? perUnit.multiply(BigDecimal.valueOf(1 + random.nextInt(60)))
            : null,
        random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(100_000), 1),
        random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(2000), 2),
        random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(5000), 3),
        currency);
  }

  ListPrice withOwn(BigDecimal own) {
    return new ListPrice(unit, startedDays, own, cap, setUp, perGb, included, currency);
  }

  /** As the product has it. */
  Price price() {
    return Price.of(
        unit,
        perUnit,
        startedDays ? PartOfMonth.STARTED_DAYS : PartOfMonth.WHOLE,
        cap,
        setUp,
        perGb,
        included,
        currency);
  }

  /** The unit of its strokes. */
  BilledUnit counted() {
    return startedDays ? BilledUnit.DAY : unit;
  }
}
