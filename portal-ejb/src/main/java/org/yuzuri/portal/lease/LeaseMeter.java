package org.yuzuri.portal.lease;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a lease has come to at a moment.
 *
 * @param had how long the tenant has had the server, or had it until it was cut off
 * @param left until its end; null with an open end, and once the server is on its way back
 * @param cost for the time it was had, by the second, without tax; in whole units of its currency's
 *     smallest coin
 * @param currency ISO 4217
 */
public record LeaseMeter(Duration had, @Nullable Duration left, BigDecimal cost, String currency) {

  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

  static LeaseMeter of(Lease lease, Instant now) {
    Instant from = lease.handedOverAt();
    Instant until = lease.cutOffAt() == null ? now : lease.cutOffAt();
    Duration had =
        from == null || until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    int digits = Math.max(0, Currency.getInstance(lease.currency()).getDefaultFractionDigits());
    BigDecimal cost =
        lease
            .pricePerHour()
            .multiply(BigDecimal.valueOf(had.toSeconds()))
            .divide(SECONDS_OF_AN_HOUR, digits, RoundingMode.HALF_UP);
    return new LeaseMeter(had, left(lease, now), cost, lease.currency());
  }

  private static @Nullable Duration left(Lease lease, Instant now) {
    Instant end = lease.endsAt();
    if (end == null || lease.state() != LeaseState.ACTIVE) {
      return null;
    }
    return end.isBefore(now) ? Duration.ZERO : Duration.between(now, end);
  }
}
