package org.yuzuri.portal.reporting.cost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.yuzuri.billing.money.Money;

/**
 * A budget, and how far it is used.
 *
 * @param label {@code KEY=VALUE} of the servers that it is for; empty: everything
 * @param amount of a month, without tax
 * @param thresholds percent at which somebody is told, rising
 */
public record BudgetView(
    long id, String label, Money amount, List<Integer> thresholds, Money soFar, Money forecast)
    implements Serializable {

  private static final int WHOLE = 100;

  /** How much of it is used, in whole hundredths. */
  public int percent() {
    return percent(soFar);
  }

  /** How much of it will be used at the month's end, in whole hundredths. */
  public int forecastPercent() {
    return percent(forecast);
  }

  /** How long a bar is, from 0 to 100. */
  public int bar() {
    return Math.max(0, Math.min(WHOLE, percent()));
  }

  /** Whether the forecast is over it. */
  public boolean isExceeded() {
    return forecast.compareTo(amount) > 0;
  }

  /** The highest threshold that is reached. */
  public Optional<Integer> reached() {
    return thresholds.stream().filter(each -> percent() >= each).reduce((one, later) -> later);
  }

  private int percent(Money part) {
    return part.amount()
        .multiply(BigDecimal.valueOf(WHOLE))
        .divide(amount.amount(), 0, RoundingMode.DOWN)
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .intValue();
  }
}
