package org.yuzuri.portal.reporting.work;

import java.time.Instant;

/** A server was handed over that had been ordered then. */
public record HandedOver(Instant orderedAt, Instant at) {

  /** From the order to the hand-over. */
  long seconds() {
    return at.getEpochSecond() - orderedAt.getEpochSecond();
  }
}
