package org.yuzuri.portal.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.traffic.Traffic;

/** What metering works out of a lease, without a database. */
public final class UseInMemory {

  /** By kind and hour; of what passed, only what was read until the lease's end. */
  public static Map<UsageKind, NavigableMap<Instant, Long>> byHour(
      List<LeaseEvent> known,
      Price price,
      List<Traffic.Passed> readings,
      Instant now,
      BillingRules rules) {
    LeaseUse use = new LeaseUse(known, price, now, rules);
    return use.byHour(
        readings.stream().filter(reading -> !reading.readAt().isAfter(use.end())).toList());
  }

  private UseInMemory() {}
}
