package org.yuzuri.portal.reporting.pool;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.server.ServerState;

/**
 * A server as reports know it.
 *
 * @param state now
 * @param price of its offer now
 */
public record PooledServer(
    long id, String name, String offer, ServerState state, Instant stateSince, Price price) {

  /** As a query reads it. */
  public PooledServer(
      long id,
      String name,
      String offer,
      ServerState state,
      Instant stateSince,
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
        id,
        name,
        offer,
        state,
        stateSince,
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
