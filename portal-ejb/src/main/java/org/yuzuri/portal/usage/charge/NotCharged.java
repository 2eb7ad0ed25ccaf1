package org.yuzuri.portal.usage.charge;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.billing.metering.FaultKind;

/**
 * What faults of the datacenter took of a month of a lease: it is not in the charge for its time.
 *
 * @param seconds 0: nothing
 * @param kinds what they were, each once, in their order; empty when there were none
 */
public record NotCharged(long seconds, List<FaultKind> kinds) implements Serializable {

  /** All of it is charged. */
  public static final NotCharged NOTHING = new NotCharged(0, List.of());

  private static final String SEPARATOR = ",";
  private static final int SECONDS_OF_A_MINUTE = 60;

  /** Each kind once. */
  public NotCharged {
    kinds = kinds.stream().distinct().sorted().toList();
  }

  /** {@link #NOTHING} when it is no time, whatever there was. */
  static NotCharged of(long seconds, Collection<FaultKind> kinds) {
    return seconds == 0 ? NOTHING : new NotCharged(seconds, List.copyOf(kinds));
  }

  /**
   * Reads what {@link #names} wrote.
   *
   * @throws IllegalArgumentException no such kind
   */
  public static NotCharged named(long seconds, String names) {
    return new NotCharged(
        seconds,
        Arrays.stream(names.split(SEPARATOR, -1))
            .filter(name -> !name.isEmpty())
            .map(FaultKind::valueOf)
            .toList());
  }

  /** Its kinds' names, separated by commas. */
  public String names() {
    return kinds.stream().map(FaultKind::name).collect(Collectors.joining(SEPARATOR));
  }

  /** Whether something is not charged. */
  public boolean isSomething() {
    return seconds != 0;
  }

  /** In minutes, of which the last may not be full. */
  public long minutes() {
    return (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE;
  }

  /** The same as a duration. */
  public Duration duration() {
    return Duration.ofMinutes(minutes());
  }
}
