package org.yuzuri.portal.run.step;

import java.time.Duration;

/**
 * How long a step may take.
 *
 * @param expected shown as the expected duration
 * @param soft shown as late after this
 * @param hard ended as failed after this
 */
public record Limits(Duration expected, Duration soft, Duration hard) {

  /** A server that should speak and says nothing for this long is shown as silent. */
  public static final Duration SILENCE_SOFT = Duration.ofMinutes(1);

  /** A server that says nothing for this long counts as dead. Beats come every few seconds. */
  public static final Duration SILENCE_HARD = Duration.ofMinutes(5);

  /** Limits in seconds. */
  public static Limits seconds(int expected, int soft, int hard) {
    return new Limits(
        Duration.ofSeconds(expected), Duration.ofSeconds(soft), Duration.ofSeconds(hard));
  }
}
