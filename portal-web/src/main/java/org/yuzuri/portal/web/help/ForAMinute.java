package org.yuzuri.portal.web.help;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is asked for again after a minute. Any thread may ask; two may ask at once. */
final class ForAMinute<T> {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private volatile @Nullable Known<T> known;

  private record Known<T>(T value, Instant until) {}

  /** The value as it was at most a minute before. */
  T at(Instant now, Supplier<T> source) {
    Known<T> last = known;
    if (last == null || !now.isBefore(last.until())) {
      last = new Known<>(source.get(), now.plus(FRESH));
      known = last;
    }
    return last.value();
  }
}
