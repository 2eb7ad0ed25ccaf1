package org.yuzuri.portal.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yuzuri.billing.metering.BilledTime;
import org.yuzuri.billing.metering.Span;
import org.yuzuri.portal.price.BillingRules;

/** How long a lease suffered from faults of the datacenter. */
final class FaultTime {

  /** Hours of all zones begin at a quarter of UTC's; one in which clocks change may be longer. */
  private static final long QUARTER = 900;

  /**
   * Whole seconds by the hour: what is between the spans that are charged.
   *
   * @param time of the lease
   * @param end until when it was had, or now
   */
  static NavigableMap<Instant, Long> byHour(BilledTime time, Instant end, BillingRules rules) {
    NavigableMap<Instant, Long> seconds = new TreeMap<>();
    if (time.handedOver().isEmpty()) {
      return seconds;
    }
    Instant from = time.handedOver().get();
    for (Span span : time.spans()) {
      add(seconds, from, span.from(), rules);
      from = span.until();
    }
    add(seconds, from, end, rules);
    return seconds;
  }

  private static void add(
      NavigableMap<Instant, Long> seconds, Instant from, Instant until, BillingRules rules) {
    Instant begin = from;
    while (begin.isBefore(until)) {
      Instant next =
          Instant.ofEpochSecond((Math.floorDiv(begin.getEpochSecond(), QUARTER) + 1) * QUARTER);
      Instant end = next.isBefore(until) ? next : until;
      long length = Duration.between(begin, end).toSeconds();
      if (length > 0) {
        seconds.merge(rules.hour(begin), length, Long::sum);
      }
      begin = end;
    }
  }

  private FaultTime() {}
}
