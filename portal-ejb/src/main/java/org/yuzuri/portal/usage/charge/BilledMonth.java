package org.yuzuri.portal.usage.charge;

import java.time.Instant;
import java.time.YearMonth;
import org.yuzuri.portal.price.BillingRules;

/**
 * A calendar month of the contract's zone that is charged for.
 *
 * @param from its first instant
 * @param until the first behind it
 * @param asOf what became known later is not looked at
 */
record BilledMonth(YearMonth month, Instant from, Instant until, BillingRules rules, Instant asOf) {

  static BilledMonth of(YearMonth month, BillingRules rules, Instant asOf) {
    return new BilledMonth(
        month, rules.begin(month), rules.begin(month.plusMonths(1)), rules, asOf);
  }

  /** The first instant of the month for which something is charged that began then. */
  Instant begin(Instant began) {
    return began.isBefore(from) ? from : began;
  }

  /** The first instant behind what is charged of something that lasted until then. */
  Instant end(Instant lasted) {
    return lasted.isBefore(until) ? lasted : until;
  }
}
