package org.yuzuri.portal.wipe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each state of a wipe may take: soft limits are shown as late, hard ones end the run.
 *
 * <p>Sources: power and boot times as measured on the virtual rack (power-on to first HTTP request
 * 6 s, kernel to program 4 s); long hard limits leave room for real machines, whose firmware takes
 * minutes before it asks the network, and for disks that are overwritten as a whole at 100 MB/s.
 *
 * @param soft shown as late after this
 * @param hard ended after this
 */
public record WipeLimits(Duration soft, Duration hard) {

  /** A gateway that does not confirm within this time does not hold up its tenant's return. */
  static final Duration GATEWAY_PATIENCE = Duration.ofMinutes(1);

  /** The eraser is shown as late after this silence. */
  static final Duration SILENCE_SOFT = Duration.ofMinutes(1);

  /** The eraser counts as dead after this silence. */
  static final Duration SILENCE_HARD = Duration.ofMinutes(5);

  /** Clean-up that nobody waits for is still wanted when a daemon comes back after days. */
  static final Duration CLEAN_UP = Duration.ofDays(7);

  private static final Map<WipeState, WipeLimits> TABLE = new EnumMap<>(WipeState.class);

  static {
    TABLE.put(WipeState.CUTTING_OFF, seconds(30, 300));
    TABLE.put(WipeState.STAGING, seconds(60, 300));
    TABLE.put(WipeState.ERASING, seconds(3600, 24 * 3600));
    TABLE.put(WipeState.WITHDRAWING, seconds(30, 300));
  }

  /** Limits of a state that is not final. */
  static WipeLimits of(WipeState state) {
    WipeLimits limits = TABLE.get(state);
    if (limits == null) {
      throw new IllegalArgumentException("state: expected one with limits, got " + state);
    }
    return limits;
  }

  private static WipeLimits seconds(int soft, int hard) {
    return new WipeLimits(Duration.ofSeconds(soft), Duration.ofSeconds(hard));
  }
}
