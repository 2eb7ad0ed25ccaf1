package org.yuzuri.portal.invoice.history;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.price.Price;

/**
 * A price as numbers on paper.
 *
 * @param step above so many GB each of them costs {@code perGbAbove}; null: nowhere
 */
record ListPrice(
    BilledUnit unit,
    boolean startedDays,
    BigDecimal perUnit,
    @Nullable BigDecimal cap,
    BigDecimal setUp,
    @Nullable BigDecimal perGb,
    @Nullable BigDecimal step,
    BigDecimal perGbAbove,
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
        step(random),
        BigDecimal.valueOf(random.nextInt(2000), 2),
        random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(5000), 3),
        currency);
  }

  ListPrice withOwn(BigDecimal own) {
    return new ListPrice(
        unit, startedDays, own, cap, setUp, perGb, step, perGbAbove, included, currency);
  }

  /** What a tenant has agreed on of traffic; what the list includes stays included. */
  ListPrice withOwnTraffic(BigDecimal own, @Nullable BigDecimal ownStep, BigDecimal above) {
    BigDecimal stays = perGb == null ? BigDecimal.ZERO : included;
    return new ListPrice(
        unit, startedDays, perUnit, cap, setUp, own, ownStep, above, stays, currency);
  }

  /** Within what some leases use. */
  static @Nullable BigDecimal step(Random random) {
    return random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(9000), 3);
  }

  /** Steps as the product has them. */
  static String steps(@Nullable BigDecimal step, BigDecimal above) {
    return step == null ? "" : step.toPlainString() + ":" + above.toPlainString();
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
        steps(step, perGbAbove),
        included,
        currency);
  }

  /** The unit of its strokes. */
  BilledUnit counted() {
    return startedDays ? BilledUnit.DAY : unit;
  }
}
