package org.yuzuri.portal.reporting.figure;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whole months of one zone.
 *
 * @param first the first of them
 * @param last the last of them, not before the first
 */
public record Period(YearMonth first, YearMonth last, ZoneId zone) implements Serializable {

  /** As many months directly before. */
  public Period before() {
    return new Period(first.minusMonths(size()), first.minusMonths(1), zone);
  }

  /** How many months. */
  public long size() {
    return first.until(last, ChronoUnit.MONTHS) + 1;
  }

  /** Its months. */
  public List<YearMonth> months() {
    return LongStream.range(0, size()).mapToObj(first::plusMonths).toList();
  }

  /** Its first instant. */
  public Instant from() {
    return start(first);
  }

  /** The first instant behind it. */
  public Instant until() {
    return start(last.plusMonths(1));
  }

  /** The first instant of a month. */
  public Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The month that an instant lies in. */
  public YearMonth monthOf(Instant instant) {
    return YearMonth.from(instant.atZone(zone));
  }

  /** Whether a month is one of its. */
  public boolean has(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  /** Whether an instant lies in it. */
  public boolean has(Instant instant) {
    return has(monthOf(instant));
  }
}
