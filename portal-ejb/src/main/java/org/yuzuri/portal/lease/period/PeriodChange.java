package org.yuzuri.portal.lease.period;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeasePeriod;

/**
 * What another period of a lease would mean.
 *
 * @param before the period as it is
 * @param after the period as it would be
 * @param endBefore when it is over; null before the hand-over and with an open end
 * @param endAfter likewise, as it would be
 * @param totalBefore of the whole period, without tax; null for an open end
 * @param totalAfter likewise, as it would be
 */
public record PeriodChange(
    LeasePeriod before,
    LeasePeriod after,
    @Nullable Instant endBefore,
    @Nullable Instant endAfter,
    @Nullable Money totalBefore,
    @Nullable Money totalAfter) {

  static PeriodChange of(Lease lease, LeasePeriod after, Instant now) {
    LeasePeriod before = lease.period();
    Instant handOver = lease.handedOverAt();
    Instant begin = handOver == null ? now : handOver;
    return new PeriodChange(
        before,
        after,
        lease.endsAt(),
        handOver == null ? null : after.endAfter(handOver).orElse(null),
        before.cost(lease.price(), begin).orElse(null),
        after.cost(lease.price(), begin).orElse(null));
  }

  /** Whether the lease would last longer. */
  boolean isLonger() {
    if (before.isOpen() || after.isOpen()) {
      return !before.isOpen();
    }
    return after.atMost().compareTo(before.atMost()) > 0;
  }
}
