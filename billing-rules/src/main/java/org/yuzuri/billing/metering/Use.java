package org.yuzuri.billing.metering;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.TimePrice;

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
    return byPlace(time, unit, zone, first -> hour(first, zone));
  }

  /**
   * Pieces of what a price counts, by the hour. Where it gives each day its share of a month, the
   * hour in which such a month of the lease begins is two: what is before, by the instant when the
   * hour begins, and what is of the new month, by the instant when that begins.
   */
  public static NavigableMap<Instant, Long> byHour(BilledTime time, TimePrice price, ZoneId zone) {
    if (price.unit() == price.counted() || time.handedOver().isEmpty()) {
      return byHour(time, price.counted(), zone);
    }
    Instant handedOver = time.handedOver().get();
    return byPlace(
        time,
        price.counted(),
        zone,
        first -> {
          Instant hour = hour(first, zone);
          long month = price.unit().number(handedOver, first, zone);
          Instant began = price.unit().begin(handedOver, month, zone);
          return month > 0 && began.isAfter(hour) ? began : hour;
        });
  }

  private static NavigableMap<Instant, Long> byPlace(
      BilledTime time, BilledUnit unit, ZoneId zone, UnaryOperator<Instant> place) {
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
        pieces.merge(place.apply(first), 1L, Long::sum);
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
