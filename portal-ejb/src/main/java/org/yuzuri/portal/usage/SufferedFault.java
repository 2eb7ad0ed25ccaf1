package org.yuzuri.portal.usage;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;

/**
 * A fault of the datacenter, as the tenant sees it whose server it was.
 *
 * @param kind what it was, and whether its time is charged
 * @param from its first instant
 * @param until the first instant behind it; null while it lasts
 */
public record SufferedFault(FaultKind kind, Instant from, @Nullable Instant until)
    implements Serializable {

  /**
   * Each of them once, by their beginning.
   *
   * @param cutOffAt when the lease was over, and with it what lasted; null while it is not
   */
  static List<SufferedFault> of(List<LeaseFault> known, @Nullable Instant cutOffAt) {
    Map<String, Instant> ends = new HashMap<>();
    known.stream()
        .filter(fault -> !fault.began())
        .forEach(fault -> ends.putIfAbsent(fault.cause(), fault.at()));
    return known.stream()
        .filter(LeaseFault::began)
        .map(fault -> suffered(fault, ends.get(fault.cause()), cutOffAt))
        .sorted(Comparator.comparing(SufferedFault::from))
        .toList();
  }

  private static SufferedFault suffered(
      LeaseFault fault, @Nullable Instant end, @Nullable Instant cutOffAt) {
    boolean cutShort = cutOffAt != null && (end == null || cutOffAt.isBefore(end));
    return new SufferedFault(fault.kind(), fault.at(), cutShort ? cutOffAt : end);
  }
}
