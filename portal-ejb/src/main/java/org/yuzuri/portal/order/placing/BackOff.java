package org.yuzuri.portal.order.placing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.Fault;

/**
 * How long somebody waits after orders that failed one after the other. Failures of the
 * datacenter's own are as if they had not been; a success ends the row. Servers of one order count
 * as one: what is wrong with one is wrong with all.
 *
 * <p>Each failed transfer costs a server a boot, a wipe and their time, so the pause begins at
 * minutes and doubles: what was a slip is soon repaired, and a loop stops by itself.
 *
 * @param free failures in a row after which nobody waits yet
 */
record BackOff(int free) {

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 10;

  /**
   * A transfer that is over.
   *
   * @param order whose server it was
   * @param fault whose matter its failure is; empty when it succeeded
   */
  record Ended(long order, Optional<Fault> fault, Instant at) {

    private boolean isSuccess() {
      return fault.isEmpty();
    }

    private boolean isTheLenders() {
      return fault.filter(Fault::isInside).isPresent();
    }
  }

  /**
   * A pause.
   *
   * @param failures how many orders in a row led to it
   * @param until the next order may be placed from then on
   */
  record Pause(int failures, Instant until) {}

  /** The pause that these lead to; empty when none is left at this moment. */
  Optional<Pause> after(List<Ended> newestFirst, Instant now) {
    List<Ended> row =
        newestFirst.stream()
            .filter(one -> !one.isTheLenders())
            .takeWhile(one -> !one.isSuccess())
            .toList();
    int failures = (int) row.stream().mapToLong(Ended::order).distinct().count();
    if (failures <= free) {
      return Optional.empty();
    }
    Instant until = row.get(0).at().plus(length(failures - free - 1));
    return until.isAfter(now) ? Optional.of(new Pause(failures, until)) : Optional.empty();
  }

  private static Duration length(int doublings) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
