package org.yuzuri.portal.order;

import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.state.Kind;

/** What an order's leases, taken together, mean for the order. */
final class OrderOutcome {

  /** The event that the leases make; empty while one of them still starts. */
  static Optional<OrderEvent> of(List<Lease> leases) {
    boolean starting = leases.stream().anyMatch(lease -> !isSettled(lease));
    if (starting) {
      return Optional.empty();
    }
    long held = leases.stream().filter(lease -> !lease.state().isFinal()).count();
    if (held == leases.size()) {
      return Optional.of(OrderEvent.ALL_HANDED_OVER);
    }
    if (held > 0) {
      boolean allStarted = leases.stream().allMatch(Lease::wasActive);
      return Optional.of(allStarted ? OrderEvent.ALL_HANDED_OVER : OrderEvent.SOME_HANDED_OVER);
    }
    if (leases.stream().anyMatch(Lease::wasActive)) {
      return Optional.of(OrderEvent.ALL_CLOSED);
    }
    boolean failed = leases.stream().anyMatch(lease -> lease.state() == LeaseState.FAILED);
    return Optional.of(failed ? OrderEvent.ALL_FAILED : OrderEvent.ALL_CANCELLED);
  }

  /** Handed over once, or over. */
  private static boolean isSettled(Lease lease) {
    return lease.wasActive() || lease.state().kind() == Kind.FINAL;
  }

  private OrderOutcome() {}
}
