package org.yuzuri.billing.metering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.billing.metering.LeaseEvent.FaultBegan;
import org.yuzuri.billing.metering.LeaseEvent.FaultEnded;
import org.yuzuri.billing.metering.LeaseEvent.HandedOver;
import org.yuzuri.billing.metering.LeaseEvent.Isolated;

/**
 * The time for which a lease is charged: from its hand-over until it is isolated, without what a
 * fault of the lender took whose kind pauses the charge. In whatever order its events became known,
 * the same events give the same time.
 *
 * @param handedOver since when; empty before the hand-over
 * @param spans apart from each other, by their time
 */
public record BilledTime(Optional<Instant> handedOver, List<Span> spans) {

  /** At one instant what begins comes first: a fault may end when it begins. */
  private static final Comparator<LeaseEvent> BY_TIME =
      Comparator.comparing(LeaseEvent::at).thenComparing(BilledTime::rank);

  /**
   * The time of a lease.
   *
   * @param events all that is known, in any order
   * @param until what is later is not looked at
   */
  public static BilledTime of(List<LeaseEvent> events, Instant until) {
    Optional<Instant> begin =
        events.stream()
            .filter(HandedOver.class::isInstance)
            .map(LeaseEvent::at)
            .min(Comparator.naturalOrder());
    if (begin.isEmpty()) {
      return new BilledTime(begin, List.of());
    }
    Instant end =
        events.stream()
            .filter(Isolated.class::isInstance)
            .map(LeaseEvent::at)
            .filter(isolated -> isolated.isBefore(until))
            .min(Comparator.naturalOrder())
            .orElse(until);
    return new BilledTime(begin, spans(events, begin.get(), end));
  }

  private static List<Span> spans(List<LeaseEvent> events, Instant begin, Instant end) {
    List<Span> spans = new ArrayList<>();
    Set<String> lasting = new HashSet<>();
    Instant free = begin;
    for (LeaseEvent event : events.stream().sorted(BY_TIME).toList()) {
      Instant at = event.at().isBefore(begin) ? begin : event.at();
      if (at.isAfter(end)) {
        break;
      }
      boolean before = lasting.isEmpty();
      if (event instanceof FaultBegan fault) {
        if (fault.kind().pausesTheCharge()) {
          lasting.add(fault.cause());
        }
      } else if (event instanceof FaultEnded fault) {
        lasting.remove(fault.cause());
      }
      if (before && !lasting.isEmpty()) {
        add(spans, free, at);
      } else if (!before && lasting.isEmpty()) {
        free = at;
      }
    }
    if (lasting.isEmpty()) {
      add(spans, free, end);
    }
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, Instant from, Instant until) {
    if (from.isBefore(until)) {
      spans.add(new Span(from, until));
    }
  }

  private static int rank(LeaseEvent event) {
    return event instanceof FaultEnded ? 1 : 0;
  }
}
