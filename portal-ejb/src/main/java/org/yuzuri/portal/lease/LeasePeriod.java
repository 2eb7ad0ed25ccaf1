package org.yuzuri.portal.lease;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;

/**
 * How long a server is leased, counted from its hand-over.
 *
 * @param hours 1 to {@value #MOST_HOURS}; null for an open end, until the server is returned
 */
public record LeasePeriod(@Nullable Integer hours) implements Serializable {

  /** 366 days. */
  public static final int MOST_HOURS = 8784;

  /** Until the server is returned. */
  public static final LeasePeriod OPEN = new LeasePeriod(null);

  public LeasePeriod {
    if (hours != null && (hours < 1 || hours > MOST_HOURS)) {
      throw ProblemException.invalid("hours", hours, "one hour to 366 days");
    }
  }

  /** So many hours. */
  public static LeasePeriod of(int hours) {
    return new LeasePeriod(hours);
  }

  /** Whether it has no end. */
  public boolean isOpen() {
    return hours == null;
  }

  /** When it is over; empty for an open end. */
  public Optional<Instant> endAfter(Instant handOver) {
    return Optional.ofNullable(hours).map(many -> handOver.plus(Duration.ofHours(many)));
  }

  /**
   * What all of it costs, set-up included, without tax; empty for an open end.
   *
   * @param from the hand-over, or when it may be
   */
  public Optional<Money> cost(Price price, Instant from) {
    return Optional.ofNullable(hours)
        .map(many -> price.total(from, Duration.ofHours(many), BillingRules.configured()));
  }

  /** The longest that it can be: itself, or {@value #MOST_HOURS} hours at first. */
  public Duration atMost() {
    return Duration.ofHours(hours == null ? MOST_HOURS : hours);
  }

  /** As a history tells it: {@code 24 h}, or {@code open end}. */
  public String text() {
    return hours == null ? "open end" : hours + " h";
  }
}
