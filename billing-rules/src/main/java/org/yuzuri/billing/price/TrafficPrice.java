package org.yuzuri.billing.price;

import java.io.Serializable;
import java.math.BigDecimal;
import org.yuzuri.billing.money.Money;

/**
 * What the outside traffic of one lease costs in one calendar month, both directions together.
 *
 * @param price for each 10^9 bytes, by the volume of the month, without tax, not negative
 * @param includedGb the first so many 10^9 bytes cost nothing, but count for the steps of the price
 */
public record TrafficPrice(VolumePrice price, BigDecimal includedGb) implements Serializable {

  /**
   * Leaves trailing zeros out, so that equal prices are equal.
   *
   * @throws IllegalArgumentException one of them is negative
   */
  public TrafficPrice {
    if (price.tiers().stream().anyMatch(tier -> tier.perUnit().isNegative())
        || includedGb.signum() < 0) {
      throw new IllegalArgumentException("price: " + price + ", includedGb: " + includedGb);
    }
    includedGb = includedGb.signum() == 0 ? BigDecimal.ZERO : includedGb.stripTrailingZeros();
  }

  /** So much for each 10^9 bytes above what is included, however many there are. */
  public TrafficPrice(Money perGb, BigDecimal includedGb) {
    this(VolumePrice.flat(perGb), includedGb);
  }

  /** For each 10^9 bytes of the first step. */
  public Money perGb() {
    return price.tiers().get(0).perUnit();
  }

  /**
   * What so much costs, not rounded.
   *
   * @param gb in 10^9 bytes, not negative
   */
  public Money of(BigDecimal gb) {
    return price.of(gb).minus(price.of(gb.min(includedGb)));
  }
}
