package org.yuzuri.billing.price;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;

/**
 * What a lease costs as long as it lasts.
 *
 * @param unit charged as soon as it has begun
 * @param perUnit without tax, not negative
 * @param partOfMonth for {@link BilledUnit#MONTH}; others know no parts
 * @param monthlyCap at most so much for one lease in one calendar month of the contract's zone;
 *     null: no cap
 */
public record TimePrice(
    BilledUnit unit, Money perUnit, PartOfMonth partOfMonth, @Nullable Money monthlyCap)
    implements Serializable {

  /**
   * Checks what is given.
   *
   * @throws IllegalArgumentException a negative price, or a cap of another currency
   */
  public TimePrice {
    if (perUnit.isNegative()) {
      throw new IllegalArgumentException("perUnit: " + perUnit + " is negative");
    }
    if (monthlyCap != null && !monthlyCap.currency().equals(perUnit.currency())) {
      throw new IllegalArgumentException("monthlyCap: " + monthlyCap + " for " + perUnit);
    }
  }

  /** A price without a cap, months charged as a whole. */
  public static TimePrice of(BilledUnit unit, Money perUnit) {
    return new TimePrice(unit, perUnit, PartOfMonth.WHOLE, null);
  }

  /** The same price, at most so much a month. */
  public TimePrice cappedAt(Money month) {
    return new TimePrice(unit, perUnit, partOfMonth, month);
  }

  /** The unit in which use is counted: of parts of months, days. */
  public BilledUnit counted() {
    return unit == BilledUnit.MONTH && partOfMonth == PartOfMonth.STARTED_DAYS
        ? BilledUnit.DAY
        : unit;
  }
}
