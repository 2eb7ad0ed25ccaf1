package org.yuzuri.portal.lease.period;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseState;

/**
 * How long a lease has lasted at a moment.
 *
 * @param had how long the tenant has had the server, or had it until it was cut off
 * @param left until its end; null with an open end, and once the server is on its way back
 */
public record LeaseMeter(Duration had, @Nullable Duration left) {

  /** That of a lease now. */
  public static LeaseMeter of(Lease lease, Instant now) {
    Instant from = lease.handedOverAt();
    Instant until = lease.cutOffAt() == null ? now : lease.cutOffAt();
    Duration had =
        from == null || until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    return new LeaseMeter(had, left(lease, now));
  }

  private static @Nullable Duration left(Lease lease, Instant now) {
    Instant end = lease.endsAt();
    if (end == null || lease.state() != LeaseState.ACTIVE) {
      return null;
    }
    return end.isBefore(now) ? Duration.ZERO : Duration.between(now, end);
  }
}
