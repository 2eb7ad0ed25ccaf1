package org.yuzuri.portal.price;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is given back for faults of the datacenter.
 *
 * @param number of the version, from 1
 * @param fromMonth first day of the month since which it holds
 * @param hours of faults of one lease in one month that are borne
 * @param percent of the lease's charge for that month that is given back when they are more
 * @param setBy login
 */
public record SlaRule(
    int number, LocalDate fromMonth, int hours, BigDecimal percent, Instant setAt, String setBy)
    implements Serializable {

  private static final int SECONDS = 3600;

  /** The first month that it holds for. */
  public YearMonth from() {
    return YearMonth.from(fromMonth);
  }

  /** Whether so long a fault is more than is borne. */
  public boolean isBroken(long seconds) {
    return percent.signum() > 0 && seconds > (long) hours * SECONDS;
  }
}
