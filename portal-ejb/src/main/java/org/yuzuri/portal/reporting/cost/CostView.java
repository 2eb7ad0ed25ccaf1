package org.yuzuri.portal.reporting.cost;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What a tenant's servers cost in a month.
 *
 * @param current whether the month is not over
 * @param asOf until when it is told
 * @param lines by server, the dearest first
 * @param totals one for each currency
 * @param labels one for each label and currency; a server with two labels counts for both
 */
public record CostView(
    YearMonth month,
    boolean current,
    Instant asOf,
    List<CostLine> lines,
    List<CostSum> totals,
    List<CostSum> labels,
    List<BudgetView> budgets)
    implements Serializable {

  /** How many servers a page shows; the file has them all. */
  public static final int SHOWN = 100;

  /** The one that everything costs, ISO 4217; yen when there are several, or nothing costs. */
  public String currency() {
    return totals.size() == 1 ? totals.get(0).soFar().currency().getCurrencyCode() : "JPY";
  }

  /** The first lines, as many as a page shows. */
  public List<CostLine> shown() {
    return lines.size() <= SHOWN ? lines : lines.subList(0, SHOWN);
  }

  /** How many lines a page leaves out. */
  public int left() {
    return lines.size() - shown().size();
  }
}
