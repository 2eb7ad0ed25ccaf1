package org.yuzuri.portal.usage;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yuzuri.billing.metering.BilledTime;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.billing.metering.Use;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.traffic.Traffic;

/**
 * What a lease has used, as far as it is known.
 *
 * @param known all that happened, in any order
 * @param now what is later is not looked at
 */
record LeaseUse(List<LeaseEvent> known, Price price, Instant now, BillingRules rules) {

  /** Until when it was had: its first isolation, or now. */
  Instant end() {
    return known.stream()
        .filter(LeaseEvent.Isolated.class::isInstance)
        .map(LeaseEvent::at)
        .filter(now::isAfter)
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  /**
   * All that has records, each in its kind's unit by the hour; nothing before the hand-over.
   *
   * @param passed outside traffic until {@link #end}
   */
  Map<UsageKind, NavigableMap<Instant, Long>> byHour(List<Traffic.Passed> passed) {
    BilledTime time = BilledTime.of(known, now);
    Map<UsageKind, NavigableMap<Instant, Long>> use = new EnumMap<>(UsageKind.class);
    time.handedOver()
        .ifPresent(
            handedOver -> {
              use.put(UsageKind.SERVER_TIME, Use.byHour(time, price.time(), rules.zone()));
              use.put(UsageKind.LENDER_FAULT, FaultTime.byHour(time, end(), rules));
              use.put(UsageKind.TRAFFIC_SENT, Traffic.byHour(passed, Traffic.Passed::sent, rules));
              use.put(
                  UsageKind.TRAFFIC_RECEIVED,
                  Traffic.byHour(passed, Traffic.Passed::received, rules));
              if (price.hasSetUp()) {
                use.put(UsageKind.SETUP, new TreeMap<>(Map.of(rules.hour(handedOver), 1L)));
              }
            });
    return use;
  }
}
