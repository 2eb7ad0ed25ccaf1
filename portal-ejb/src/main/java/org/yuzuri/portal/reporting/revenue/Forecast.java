package org.yuzuri.portal.reporting.revenue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

/**
 * What a lease that runs will cost, by what it has cost: as many more units at the same price. Caps
 * and tiers that it will reach are not foreseen.
 */
public final class Forecast {

  private static final Duration MONTH = Duration.ofHours(730);

  /**
   * What comes from one instant to another.
   *
   * @param charge for the lease's time so far
   * @param endsAt the lease's end; null: it goes on
   */
  public static Money between(
      Charge charge, @Nullable Instant endsAt, Instant from, Instant until) {
    Instant end = endsAt != null && endsAt.isBefore(until) ? endsAt : until;
    if (!end.isAfter(from) || charge.kind() != ChargeKind.SERVER_TIME) {
      return Money.zero(charge.net().currency());
    }
    long unit = seconds(charge.unit());
    long units = -Math.floorDiv(-Duration.between(from, end).toSeconds(), unit);
    return charge.unitPrice().times(BigDecimal.valueOf(units));
  }

  /** A month is 365 days of 24 hours in twelve parts. */
  private static long seconds(ChargeUnit unit) {
    return switch (unit) {
      case MINUTE -> Duration.ofMinutes(1).toSeconds();
      case HOUR -> Duration.ofHours(1).toSeconds();
      case DAY -> Duration.ofDays(1).toSeconds();
      default -> MONTH.toSeconds();
    };
  }

  private Forecast() {}
}
