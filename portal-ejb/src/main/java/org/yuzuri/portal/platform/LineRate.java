package org.yuzuri.portal.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Lets the same line about the same source into the log once a minute, so that nobody can fill it.
 * Safe for threads.
 */
public final class LineRate {

  /** Lines that are told apart at a time; more of them are one, so that sources cannot be, too. */
  static final int LINES = 1000;

  private static final long APART = Duration.ofMinutes(1).toNanos();
  private static final String ANY = "";

  private final LongSupplier nanoseconds;
  private final Map<String, Counted> lines = new HashMap<>();

  /** Since when a line was not told, and how often it should have been. */
  private static final class Counted {
    private long toldAt;
    private long untold;
  }

  /** Rates by the machine's own time. */
  public LineRate() {
    this(System::nanoTime);
  }

  LineRate(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /**
   * Asks for a line; who gets a number writes it.
   *
   * @param source whom it is about
   * @param reason what is said, without what differs each time
   * @return how many were left out since the last that was written; empty: this one is left out
   */
  public synchronized OptionalLong line(String source, String reason) {
    long now = nanoseconds.getAsLong();
    String key = source + "\n" + reason;
    if (!lines.containsKey(key) && lines.size() >= LINES) {
      lines.values().removeIf(line -> now - line.toldAt >= APART);
    }
    if (!lines.containsKey(key) && lines.size() >= LINES) {
      key = ANY;
    }
    Counted line = lines.get(key);
    if (line == null) {
      line = new Counted();
      lines.put(key, line);
    } else if (now - line.toldAt < APART) {
      line.untold++;
      return OptionalLong.empty();
    }
    long untold = line.untold;
    line.untold = 0;
    line.toldAt = now;
    return OptionalLong.of(untold);
  }
}
