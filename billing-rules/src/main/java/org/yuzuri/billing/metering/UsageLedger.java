package org.yuzuri.billing.metering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has still to be written down of a lease's use. */
public final class UsageLedger {

  private UsageLedger() {}

  /**
   * The records that make the written sums equal to the use, for hours that are over. What is
   * called again, after a kill or with the same events, gives nothing more.
   *
   * @param used by the hour, as {@link Use#byHour} gives it
   * @param recorded all records of the lease
   * @param now the hour that holds it is not over; what was written of later ones, by a clock that
   *     was put back since, stays until they are
   * @return by the hour; none of 0
   */
  public static List<UsageRecord> missing(
      NavigableMap<Instant, Long> used, List<UsageRecord> recorded, Instant now, ZoneId zone) {
    NavigableMap<Instant, Long> written = new TreeMap<>();
    recorded.forEach(record -> written.merge(record.hour(), record.pieces(), Long::sum));
    Instant open = Use.hour(now, zone);
    TreeSet<Instant> hours = new TreeSet<>(used.headMap(open).keySet());
    hours.addAll(written.headMap(open).keySet());
    List<UsageRecord> missing = new ArrayList<>();
    for (Instant hour : hours) {
      long difference = used.getOrDefault(hour, 0L) - written.getOrDefault(hour, 0L);
      if (difference != 0) {
        missing.add(new UsageRecord(hour, difference));
      }
    }
    return missing;
  }
}
