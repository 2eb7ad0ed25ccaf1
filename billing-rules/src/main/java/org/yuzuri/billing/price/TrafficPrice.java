package org.yuzuri.billing.price;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.yuzuri.billing.money.Money;

/**
 * What the outside traffic of one lease costs in one calendar month, both directions together.
 *
 * @param perGb for each 10^9 bytes above what is included, without tax, not negative
 * @param includedGb so many 10^9 bytes cost nothing
 */
public record TrafficPrice(Money perGb, BigDecimal includedGb) implements Serializable {

  /**
   * Leaves trailing zeros out, so that equal prices are equal.
   *
   * @throws IllegalArgumentException one of them is negative
   */
  public TrafficPrice {
    if (perGb.isNegative() || includedGb.signum() < 0) {
      throw new IllegalArgumentException("perGb: " + perGb + ", includedGb: " + includedGb);
    }
    includedGb = includedGb.signum() == 0 ? BigDecimal.ZERO : includedGb.stripTrailingZeros();
  }

  /**
   * What so much costs, not rounded.
   *
   * @param gb in 10^9 bytes, not negative
   */
  public Money of(BigDecimal gb) {
    return price().of(gb);
  }

  private VolumePrice price() {
    return includedGb.signum() == 0
        ? VolumePrice.flat(perGb)
        : new VolumePrice(
            List.of(
                new Tier(BigDecimal.ZERO, Money.zero(perGb.currency())),
                new Tier(includedGb, perGb)));
  }
}
