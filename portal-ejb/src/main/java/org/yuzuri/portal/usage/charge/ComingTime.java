package org.yuzuri.portal.usage.charge;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.yuzuri.billing.price.BilledUnit;

/** Time that a lease will use when it goes on to its end without a fault. */
final class ComingTime {

  private ComingTime() {}

  /**
   * Pieces of a lease in a month that begin when what is over has been written down: with the hour
   * of {@code month.asOf()}.
   *
   * @return by instants within the month; of days and months each at its beginning, of minutes and
   *     hours, which no price takes a share for, all at the first
   */
  static Map<Instant, Long> of(LeaseFacts lease, BilledMonth month) {
    Instant hour = month.asOf().atZone(zone(month)).truncatedTo(ChronoUnit.HOURS).toInstant();
    Instant from = month.begin(hour.isBefore(lease.handedOverAt()) ? lease.handedOverAt() : hour);
    Instant until = lease.endsAt() == null ? month.until() : month.end(lease.endsAt());
    if (lease.cutOffAt() != null || !from.isBefore(until)) {
      return Map.of();
    }
    BilledUnit unit = lease.price().time().counted();
    long next = firstFrom(lease, unit, from, zone(month));
    long end = firstFrom(lease, unit, until, zone(month));
    if (unit == BilledUnit.MINUTE || unit == BilledUnit.HOUR) {
      return next < end ? Map.of(from, end - next) : Map.of();
    }
    Map<Instant, Long> pieces = new HashMap<>();
    for (long number = next; number < end; number++) {
      pieces.put(unit.begin(lease.handedOverAt(), number, zone(month)), 1L);
    }
    return pieces;
  }

  private static ZoneId zone(BilledMonth month) {
    return month.rules().zone();
  }

  /** The first piece that does not begin before an instant. */
  private static long firstFrom(LeaseFacts lease, BilledUnit unit, Instant from, ZoneId zone) {
    long number = unit.number(lease.handedOverAt(), from, zone);
    return unit.begin(lease.handedOverAt(), number, zone).isBefore(from) ? number + 1 : number;
  }
}
