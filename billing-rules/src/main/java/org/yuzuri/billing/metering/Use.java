package org.yuzuri.billing.metering;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yuzuri.billing.price.BilledUnit;

/**
 * How many pieces of time a lease used in each hour: a piece counts where its first instant that is
 * charged lies, and one that a fault took whole does not count.
 */
public final class Use {

  private Use() {}

  /**
   * Pieces by the hour.
   *
   * @param time of the lease
   * @param unit the pieces
   * @param zone the contract's; its hours are taken, so that none lies in two months
   * @return by the instant when the hour begins; none of 0
   */
  public static NavigableMap<Instant, Long> byHour(BilledTime time, BilledUnit unit, ZoneId zone) {
    NavigableMap<Instant, Long> pieces = new TreeMap<>();
    if (time.handedOver().isEmpty()) {
      return pieces;
    }
    Instant handedOver = time.handedOver().get();
    long next = 0;
    for (Span span : time.spans()) {
      long number = Math.max(next, unit.number(handedOver, span.from(), zone));
      Instant begin = unit.begin(handedOver, number, zone);
      while (begin.isBefore(span.until())) {
        Instant first = begin.isBefore(span.from()) ? span.from() : begin;
        pieces.merge(hour(first, zone), 1L, Long::sum);
        number++;
        begin = unit.begin(handedOver, number, zone);
      }
      next = number;
    }
    return pieces;
  }

  /** When the hour began that holds an instant. */
  static Instant hour(Instant instant, ZoneId zone) {
    return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
  }
}
