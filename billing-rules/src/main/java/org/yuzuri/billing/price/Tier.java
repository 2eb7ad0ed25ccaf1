package org.yuzuri.billing.price;

import java.io.Serializable;
import java.math.BigDecimal;
import org.yuzuri.billing.money.Money;

/**
 * A step of a price by volume.
 *
 * @param from the volume above which it holds, in the price's units
 * @param perUnit for each unit above
 */
public record Tier(BigDecimal from, Money perUnit) implements Serializable {

  /** Leaves trailing zeros out, so that equal steps are equal. */
  public Tier {
    from = from.signum() == 0 ? BigDecimal.ZERO : from.stripTrailingZeros();
  }
}
