package org.yuzuri.host;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: doubling up to a limit, shortened at random by ≤ 25 %.
 */
public final class BackOff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  public BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** After success: the next wait is the first again. */
  public void reset() {
    next = first;
  }

  /** The wait before the next attempt; each is longer than the one before, up to the limit. */
  public Duration nextWait() {
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    double share = 1 - ThreadLocalRandom.current().nextDouble(0.25);
    return Duration.ofMillis(Math.max(1, (long) (wait.toMillis() * share)));
  }
}
