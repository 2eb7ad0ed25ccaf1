package org.yuzuri.portal.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast tries may follow each other: some at once, then with a pause that doubles with each
 * further one. Time forgives them one after the other.
 *
 * @param free tries before the first pause
 * @param forgives how long it takes until one try is forgiven
 * @param firstPause after the first try that is not free
 */
record Pace(int free, Duration forgives, Duration firstPause) {

  /**
   * One source at one login: nobody mistypes one password more often. A source that goes on and on
   * gets about a hundred tries a day.
   */
  static final Pace AT_A_LOGIN = new Pace(5, Duration.ofMinutes(15), Duration.ofSeconds(5));

  /** One source at all logins: a company behind one address. It gets some 1,500 tries a day. */
  static final Pace OF_A_SOURCE = new Pace(30, Duration.ofMinutes(1), Duration.ofSeconds(1));

  /** Longest pause: who mistyped for long is let in again within a coffee break. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int MOST_DOUBLINGS = 20;

  /** How many tries time has forgiven. */
  long forgiven(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).dividedBy(forgives));
  }

  /** The pause after so many tries. */
  Duration pause(int failures) {
    if (failures <= free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - free - 1, MOST_DOUBLINGS);
    Duration pause = firstPause.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
