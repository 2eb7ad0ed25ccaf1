package org.yuzuri.portal.reporting.work;

import java.time.Instant;

/**
 * A step of a transfer that succeeded.
 *
 * @param transferredAt when its transfer was over
 */
public record StepTime(String step, Instant from, Instant until, Instant transferredAt) {

  long seconds() {
    return until.getEpochSecond() - from.getEpochSecond();
  }
}
