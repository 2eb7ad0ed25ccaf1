package org.yuzuri.portal.usage.charge;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.usage.record.UsageKind;

/**
 * What was written down of each lease for a month.
 *
 * @param sums by lease and kind
 * @param time pieces of server time by lease and the hour that they are counted for
 */
record UsedOfLeases(Map<Long, Map<UsageKind, Long>> sums, Map<Long, Map<Instant, Long>> time) {

  static UsedOfLeases of(List<Used> sums, List<Used> sharedDays) {
    Map<Long, Map<UsageKind, Long>> byKind = new HashMap<>();
    Map<Long, Map<Instant, Long>> time = new HashMap<>();
    Map<Long, Map<Instant, Long>> days = new HashMap<>();
    for (Used sum : sums) {
      Long lease = sum.leaseId();
      if (lease != null) {
        byKind
            .computeIfAbsent(lease, first -> new EnumMap<>(UsageKind.class))
            .put(sum.kind(), sum.pieces());
        if (sum.kind() == UsageKind.SERVER_TIME) {
          time.put(lease, Map.of(sum.hour(), sum.pieces()));
        }
      }
    }
    for (Used day : sharedDays) {
      Long lease = day.leaseId();
      if (lease != null) {
        days.computeIfAbsent(lease, first -> new HashMap<>()).put(day.hour(), day.pieces());
      }
    }
    time.putAll(days);
    return new UsedOfLeases(byKind, time);
  }

  /** With pieces of server time that are to come, by lease. */
  UsedOfLeases and(Map<Long, Map<Instant, Long>> coming) {
    Map<Long, Map<Instant, Long>> all = new HashMap<>(time);
    coming.forEach(
        (lease, pieces) -> {
          Map<Instant, Long> both = new HashMap<>(time(lease));
          pieces.forEach((at, count) -> both.merge(at, count, Long::sum));
          all.put(lease, both);
        });
    return new UsedOfLeases(sums, all);
  }

  /** The sum of one kind; 0 when nothing was written. */
  long sum(long leaseId, UsageKind kind) {
    return sums.getOrDefault(leaseId, Map.of()).getOrDefault(kind, 0L);
  }

  /** Bytes to and from the outside. */
  long traffic(long leaseId) {
    return Math.addExact(
        sum(leaseId, UsageKind.TRAFFIC_SENT), sum(leaseId, UsageKind.TRAFFIC_RECEIVED));
  }

  /** Pieces of server time, by the hour. */
  Map<Instant, Long> time(long leaseId) {
    return time.getOrDefault(leaseId, Map.of());
  }
}
