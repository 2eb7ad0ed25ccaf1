package org.yuzuri.billing.price;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.yuzuri.billing.money.Money;

/**
 * What a volume costs, such as traffic by GB or image storage by GB-month: each step's price holds
 * for what lies within the step.
 *
 * @param tiers the first from 0, each from more than the one before, all of one currency
 */
public record VolumePrice(List<Tier> tiers) implements Serializable {

  /**
   * Checks the steps.
   *
   * @throws IllegalArgumentException none, the first not from 0, or not in order
   */
  public VolumePrice {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("tiers: the first must be from 0, not " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
        throw new IllegalArgumentException("tiers: each from more than the one before: " + tiers);
      }
    }
  }

  /** One price for every unit. */
  public static VolumePrice flat(Money perUnit) {
    return new VolumePrice(List.of(new Tier(BigDecimal.ZERO, perUnit)));
  }

  /**
   * What so much costs, not rounded.
   *
   * @param volume in the price's units, not negative
   */
  public Money of(BigDecimal volume) {
    Money sum = Money.zero(tiers.get(0).perUnit().currency());
    for (int i = 0; i < tiers.size(); i++) {
      BigDecimal end = i + 1 < tiers.size() ? volume.min(tiers.get(i + 1).from()) : volume;
      BigDecimal within = end.subtract(tiers.get(i).from());
      if (within.signum() > 0) {
        sum = sum.plus(tiers.get(i).perUnit().times(within));
      }
    }
    return sum;
  }
}
