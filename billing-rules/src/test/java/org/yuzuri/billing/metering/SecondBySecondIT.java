package org.yuzuri.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.LeaseEvent.FaultBegan;
import org.yuzuri.billing.metering.LeaseEvent.FaultEnded;
import org.yuzuri.billing.metering.LeaseEvent.HandedOver;
import org.yuzuri.billing.metering.LeaseEvent.Isolated;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.TimePrice;

/**
 * Ten thousand leases with faults that overlap, events that become known late, clocks that jump and
 * closings that are killed half-way, in zones that put their clocks forward and back: what is
 * written down in the end is what {@link Clerk} counts second by second.
 */
class SecondBySecondIT {

  private static final int LEASES = 10_000;
  private static final long SEED = 20_261_130;

  /** Lord Howe moves its clocks by half an hour; Apia left a whole day out in 2011. */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Tokyo"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Pacific/Apia"));

  /**
   * Changes of clocks, ends of months, a leap day, a new year; a lease begins around one of them.
   */
  private static final List<Instant> DELICATE =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-03-08T07:00:00Z"),
          Instant.parse("2026-11-01T06:00:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"),
          Instant.parse("2026-10-03T15:30:00Z"),
          Instant.parse("2011-12-30T10:00:00Z"),
          Instant.parse("2028-02-29T00:00:00Z"),
          Instant.parse("2027-01-31T15:00:00Z"),
          Instant.parse("2026-12-31T23:59:59Z"));

  private final Random random = new Random(SEED);

  @Test
  void whatIsWrittenDownIsWhatAClerkCounts() {
    for (int lease = 0; lease < LEASES; lease++) {
      ZoneId zone = pick(ZONES);
      BilledUnit unit = unit();
      Instant begin = pick(DELICATE).plusSeconds(random.nextInt(259_200) - 172_800L);
      int seconds = 1 + random.nextInt(longest(unit));
      boolean[] paused = new boolean[seconds];
      List<LeaseEvent> events = events(begin, seconds, paused);

      NavigableMap<Instant, Long> written = written(events, unit, zone, begin, seconds);

      Map<YearMonth, Long> counted = new Clerk(unit, zone, begin.getEpochSecond()).strokes(paused);
      assertThat(byMonth(written, zone))
          .as("lease %d: %s from %s in %s, %d s, %s", lease, unit, begin, zone, seconds, events)
          .isEqualTo(counted);
      assertMoney(written, counted, unit, begin, zone);
    }
  }

  /** Faults that may overlap and hang over both ends of the lease, in no order. */
  private List<LeaseEvent> events(Instant begin, int seconds, boolean[] paused) {
    List<LeaseEvent> events = new ArrayList<>();
    events.add(new HandedOver(begin));
    events.add(new Isolated(begin.plusSeconds(seconds)));
    int faults = random.nextInt(5);
    for (int fault = 0; fault < faults; fault++) {
      String cause = "fault " + fault;
      int from = random.nextInt(seconds) - seconds / 10;
      int length = random.nextInt(random.nextBoolean() ? 4000 : seconds);
      events.add(new FaultBegan(begin.plusSeconds(from), cause));
      if (random.nextInt(8) == 0) {
        length = 2 * seconds; // never ended
      } else {
        events.add(new FaultEnded(begin.plusSeconds(from + length), cause));
      }
      int first = Math.min(Math.max(0, from), seconds);
      Arrays.fill(paused, first, Math.max(first, Math.min(seconds, from + length)), true);
    }
    Collections.shuffle(events, random);
    return events;
  }

  /**
   * The sums of a ledger that is closed at odd times: by a clock that jumps, with events that are
   * not all known yet, killed between two records.
   */
  private NavigableMap<Instant, Long> written(
      List<LeaseEvent> events, BilledUnit unit, ZoneId zone, Instant begin, int seconds) {
    List<UsageRecord> ledger = new ArrayList<>();
    int closings = random.nextInt(4);
    for (int closing = 0; closing < closings; closing++) {
      Instant now = begin.plusSeconds(random.nextInt(2 * seconds + 7200) - 3600L);
      List<LeaseEvent> known = events.subList(0, random.nextInt(events.size() + 1));
      List<UsageRecord> missing =
          UsageLedger.missing(used(known, unit, zone, now), ledger, now, zone);
      ledger.addAll(missing.subList(0, random.nextInt(missing.size() + 1)));
    }
    Instant end = begin.plus(Duration.ofSeconds(2L * seconds + 100_000));
    NavigableMap<Instant, Long> used = used(events, unit, zone, end);
    ledger.addAll(UsageLedger.missing(used, ledger, end, zone));
    assertThat(UsageLedger.missing(used, ledger, end, zone)).isEmpty();
    NavigableMap<Instant, Long> sums = new TreeMap<>();
    ledger.forEach(record -> sums.merge(record.hour(), record.pieces(), Long::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private static NavigableMap<Instant, Long> used(
      List<LeaseEvent> known, BilledUnit unit, ZoneId zone, Instant now) {
    return Use.byHour(BilledTime.of(known, now), unit, zone);
  }

  private static void assertMoney(
      NavigableMap<Instant, Long> written,
      Map<YearMonth, Long> counted,
      BilledUnit unit,
      Instant begin,
      ZoneId zone) {
    TimePrice price = TimePrice.of(unit, Money.of("7", "JPY")).cappedAt(Money.of("500", "JPY"));
    MonthlyCharge.of(begin, written, price, zone, Rounding.DOWN)
        .forEach(
            (month, charge) ->
                assertThat(charge.net().amount().longValueExact())
                    .isEqualTo(Math.min(500, 7 * counted.get(month))));
  }

  private static Map<YearMonth, Long> byMonth(Map<Instant, Long> hours, ZoneId zone) {
    Map<YearMonth, Long> months = new TreeMap<>();
    hours.forEach(
        (hour, pieces) -> months.merge(YearMonth.from(hour.atZone(zone)), pieces, Long::sum));
    return months;
  }

  private BilledUnit unit() {
    int dice = random.nextInt(100);
    if (dice < 40) {
      return BilledUnit.MINUTE;
    }
    if (dice < 80) {
      return BilledUnit.HOUR;
    }
    return dice < 97 ? BilledUnit.DAY : BilledUnit.MONTH;
  }

  private static int longest(BilledUnit unit) {
    int days =
        switch (unit) {
          case MINUTE -> 2;
          case HOUR -> 5;
          case DAY -> 20;
          case MONTH -> 100;
        };
    return days * 86_400;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
