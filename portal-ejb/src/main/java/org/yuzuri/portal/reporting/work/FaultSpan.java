package org.yuzuri.portal.reporting.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.reporting.figure.Period;

/**
 * A fault of the datacenter that a leased server suffered.
 *
 * @param until the first instant behind it; null while it lasts
 * @param cutOffAt when its lease was over, and so the fault for it; null while it is not
 */
public record FaultSpan(
    FaultKind kind,
    long leaseId,
    Instant from,
    @Nullable Instant until,
    @Nullable Instant cutOffAt) {

  /**
   * Whole seconds of it in a period; 0 when it has nothing of it.
   *
   * @param now what is later has not happened yet
   */
  long secondsIn(Period period, Instant now) {
    Instant begin = from.isBefore(period.from()) ? period.from() : from;
    Instant end = first(cutOffAt, first(until, first(now, period.until())));
    return Math.max(0, end.getEpochSecond() - begin.getEpochSecond());
  }

  private static Instant first(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
