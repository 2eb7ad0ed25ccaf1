package org.yuzuri.portal.web.lease;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * Warns of a lease's end on its page, from as long before it as the first mail does: how much time
 * is left, rounded up to hours, and from two days on to days.
 */
@Named
@RequestScoped
public class LeaseEndingBean {

  private static final Duration FIRST = Duration.ofDays(14);
  private static final Duration SOON = Duration.ofDays(3);
  private static final Duration PRESSING = Duration.ofDays(1);
  private static final int HOURS_OF_A_DAY = 24;

  @Inject Clock clock;
  @Inject Texts texts;

  /** Whether the page of a lease with this end warns; null for an open end. */
  public boolean near(@Nullable Instant end) {
    return left(end).compareTo(FIRST) <= 0;
  }

  /** How loud: a style of notes. */
  public String tone(@Nullable Instant end) {
    Duration left = left(end);
    if (left.compareTo(PRESSING) <= 0) {
      return "error";
    }
    return left.compareTo(SOON) <= 0 ? "warn" : "";
  }

  /** The warning. */
  public String text(@Nullable Instant end) {
    long hours = Math.max(0, left(end).plusHours(1).minusMillis(1).toHours());
    return hours >= 2 * HOURS_OF_A_DAY
        ? texts.get("lease.ending.days", (hours + HOURS_OF_A_DAY / 2) / HOURS_OF_A_DAY)
        : texts.get("lease.ending.hours", hours);
  }

  /** Without an end there is always time left. */
  private Duration left(@Nullable Instant end) {
    return end == null ? FIRST.plusDays(1) : Duration.between(clock.instant(), end);
  }
}
