package org.yuzuri.portal.agent.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many reports each daemon may still send now: a minute's worth after a silence, and from then
 * on as many as the minute's share that has passed. Each daemon has room of its own. Counted in
 * memory, so that each node counts for itself. Safe for threads.
 */
final class ReportRate {

  private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoseconds;
  private final Map<Long, Room> rooms = new HashMap<>();

  /** How many fitted at a time. */
  private record Room(double reports, long at) {}

  /** By the machine's own time. */
  ReportRate() {
    this(System::nanoTime);
  }

  ReportRate(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /**
   * Takes room for reports if there is enough.
   *
   * @param aMinute how many the daemon may send in a minute, and at once
   * @return zero when they fit and are counted; else how long it takes until they will, and nothing
   *     is counted
   */
  synchronized Duration take(long agentId, int reports, int aMinute) {
    long now = nanoseconds.getAsLong();
    Room last = rooms.getOrDefault(agentId, new Room(aMinute, now));
    double grown = (now - last.at()) / NANOS_A_MINUTE * aMinute;
    double room = Math.min(aMinute, last.reports() + grown);
    if (reports <= room) {
      rooms.put(agentId, new Room(room - reports, now));
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((reports - room) / aMinute * NANOS_A_MINUTE));
  }
}
