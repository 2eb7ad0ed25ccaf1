package org.yuzuri.portal.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** How long before its end a lease's tenant is warned. */
enum Lead {
  FORTNIGHT(Duration.ofDays(14)),
  WEEK(Duration.ofDays(7)),
  THREE_DAYS(Duration.ofDays(3)),
  DAY(Duration.ofDays(1)),
  TWELVE_HOURS(Duration.ofHours(12)),
  HOUR(Duration.ofHours(1));

  private final Duration length;

  Lead(Duration length) {
    this.length = length;
  }

  /**
   * The warning to give now: the newest of those that came due.
   *
   * @param since every warning up to then, that moment with it, was given or is not to be given
   */
  static Optional<Lead> due(Instant endsAt, Instant since, Instant now) {
    return Arrays.stream(values())
        .filter(lead -> lead.at(endsAt).isAfter(since) && !lead.at(endsAt).isAfter(now))
        .max(Comparator.comparing(lead -> lead.at(endsAt)));
  }

  /** When the first warning after this moment is due; empty when none is left. */
  static Optional<Instant> next(Instant endsAt, Instant after) {
    return Arrays.stream(values())
        .map(lead -> lead.at(endsAt))
        .filter(at -> at.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  private Instant at(Instant endsAt) {
    return endsAt.minus(length);
  }
}
