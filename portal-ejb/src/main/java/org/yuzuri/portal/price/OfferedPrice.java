package org.yuzuri.portal.price;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;

/**
 * What an offer costs for orders from now on.
 *
 * @param open false when it is withdrawn
 */
public record OfferedPrice(long offerId, String offer, boolean open, Price price)
    implements Serializable {

  /** As a query reads it. */
  public OfferedPrice(
      long offerId,
      String offer,
      boolean open,
      BilledUnit unit,
      BigDecimal perUnit,
      PartOfMonth partOfMonth,
      @Nullable BigDecimal monthlyCap,
      BigDecimal setUpFee,
      @Nullable BigDecimal trafficPerGb,
      String trafficSteps,
      BigDecimal includedGb,
      String currency) {
    this(
        offerId,
        offer,
        open,
        Price.of(
            unit,
            perUnit,
            partOfMonth,
            monthlyCap,
            setUpFee,
            trafficPerGb,
            trafficSteps,
            includedGb,
            currency));
  }
}
