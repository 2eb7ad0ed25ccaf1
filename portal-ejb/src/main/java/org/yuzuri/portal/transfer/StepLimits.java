package org.yuzuri.portal.transfer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long each step may take and is expected to take. The only place with these numbers.
 *
 * <p>Sources: expected times as measured on the virtual rack (power-on to first HTTP request 6 s,
 * kernel to first program 4 s, certificate to tunnel under 3 s, the same server's boot from disk
 * half a minute). Soft limits are a few times that. Hard limits leave room for real machines: their
 * firmware takes up to ten minutes before it asks the network, as operators of Ironic and MAAS
 * report (30 minutes is MAAS' limit for a whole deployment's silence).
 *
 * @param expected shown as the expected duration
 * @param soft shown as late after this
 * @param hard ended as failed after this
 */
public record StepLimits(Duration expected, Duration soft, Duration hard) {

  /** An installer that says nothing for this long is shown as silent. */
  public static final Duration SILENCE_SOFT = Duration.ofMinutes(1);

  /** An installer that says nothing for this long counts as dead. Beats come every few seconds. */
  public static final Duration SILENCE_HARD = Duration.ofMinutes(5);

  /** A server that comes back after a day finds its production grants still open. */
  public static final Duration GRANT_MARGIN = Duration.ofHours(1);

  private static final Map<StepName, StepLimits> TABLE = new EnumMap<>(StepName.class);

  static {
    put(StepName.RESERVE, 1, 5, 60);
    put(StepName.PLAN, 1, 5, 60);
    put(StepName.PREFLIGHT, 2, 20, 120);
    put(StepName.STAGE, 3, 60, 900);
    put(StepName.POWER_ON, 4, 30, 300);
    put(StepName.BOOT_SEEN, 15, 120, 900);
    put(StepName.KEY, 10, 60, 600);
    put(StepName.TUNNEL, 5, 30, 300);
    put(StepName.INSTALL, 300, 3600, 4 * 3600);
    put(StepName.REBOOT, 3, 30, 300);
    put(StepName.HAND_OVER, 40, 300, 1200);
    put(StepName.CLOSE, 2, 30, 300);
  }

  /** Limits of a step. */
  public static StepLimits of(StepName step) {
    return Objects.requireNonNull(TABLE.get(step), step::name);
  }

  /**
   * Longest time from a step's begin to the end of the installation: how long a boot token lives.
   */
  public static Duration untilInstalled(StepName from) {
    return sum(from, StepName.INSTALL);
  }

  /** Longest time from a step's begin to the end of the transfer. */
  public static Duration untilClosed(StepName from) {
    return sum(from, StepName.CLOSE);
  }

  private static Duration sum(StepName from, StepName to) {
    Duration sum = Duration.ZERO;
    for (StepName step : StepName.values()) {
      if (!step.isBefore(from) && !to.isBefore(step)) {
        sum = sum.plus(of(step).hard());
      }
    }
    return sum;
  }

  private static void put(StepName step, int expected, int soft, int hard) {
    TABLE.put(
        step,
        new StepLimits(
            Duration.ofSeconds(expected), Duration.ofSeconds(soft), Duration.ofSeconds(hard)));
  }
}
