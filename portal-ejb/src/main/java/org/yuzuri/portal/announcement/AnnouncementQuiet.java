package org.yuzuri.portal.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether this node knows that nothing is announced: most of the time nothing is, and then no page
 * asks. What another node writes is seen after 10 seconds at most. Safe for threads.
 */
@ApplicationScoped
public class AnnouncementQuiet {

  private static final Duration BELIEVED = Duration.ofSeconds(10);

  private volatile Instant until = Instant.EPOCH;

  /** Whether nothing was announced when it was looked last, which is not long ago. */
  boolean isQuiet(Instant now) {
    return now.isBefore(until);
  }

  /** Nothing is announced. */
  void nothingAt(Instant now) {
    until = now.plus(BELIEVED);
  }

  /** Something was written. */
  void disturb() {
    until = Instant.EPOCH;
  }
}
