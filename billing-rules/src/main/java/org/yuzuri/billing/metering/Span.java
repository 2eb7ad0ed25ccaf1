package org.yuzuri.billing.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param until the first behind it, after {@code from}
 */
public record Span(Instant from, Instant until) {

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, until);
  }
}
