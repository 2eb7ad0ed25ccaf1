package org.yuzuri.portal.invoice.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.billing.metering.LeaseEvent.FaultBegan;
import org.yuzuri.billing.metering.LeaseEvent.FaultEnded;
import org.yuzuri.billing.metering.LeaseEvent.HandedOver;
import org.yuzuri.billing.metering.LeaseEvent.Isolated;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.History;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.price.contract.OwnPrice;
import org.yuzuri.portal.usage.traffic.Traffic.Passed;

/**
 * A random tenant with a lease and boot images: what happened, once as a clerk knows it, in seconds
 * and numbers, and once as the product is told.
 */
final class RandomTenant {

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

  private record Listed(ListPrice paper, Price price) {}

  private static final int MOST_GB = 90;

  final BillingRules rules;
  final ListPrice paper;
  final Price price;
  final Instant begin;
  final int seconds;
  final boolean[] paused;

  /** In no order. */
  final List<LeaseEvent> events = new ArrayList<>();

  final List<Passed> readings = new ArrayList<>();

  /** Months that the lease touches. */
  final Map<YearMonth, MonthTerms> terms = new TreeMap<>();

  /** Bytes at the end of each day of these months. */
  final Map<LocalDate, Long> images = new TreeMap<>();

  private final Random random;

  RandomTenant(Random random) {
    this.random = random;
    rules = new BillingRules(pick(ZONES), pick(List.of(Rounding.values())));
    begin = pick(DELICATE).plusSeconds(random.nextInt(259_200) - 172_800L);
    BilledUnit unit = unit();
    boolean startedDays = unit == BilledUnit.MONTH && random.nextInt(3) > 0;
    String currency = random.nextInt(4) == 0 ? "EUR" : "JPY";
    Listed listed = listed(unit, startedDays, currency);
    BigDecimal own =
        random.nextInt(3) == 0 ? BigDecimal.valueOf(1 + random.nextInt(3000), 1) : null;
    ListPrice timed = own == null ? listed.paper() : listed.paper().withOwn(own);
    PartOfMonth part = listed.price().time().partOfMonth();
    BigDecimal ownPerGb =
        random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(2000), 2) : null;
    BigDecimal ownStep = ownPerGb == null ? null : ListPrice.step(random);
    BigDecimal above = BigDecimal.valueOf(random.nextInt(2000), 2);
    paper = ownPerGb == null ? timed : timed.withOwnTraffic(ownPerGb, ownStep, above);
    TrafficSteps steps = TrafficSteps.ofCode(ListPrice.steps(ownStep, above));
    price = new OwnPrice(null, unit, part, own, ownPerGb, steps, currency).over(listed.price());
    seconds = seconds(unit);
    paused = new boolean[seconds];
    events.add(new HandedOver(begin));
    events.add(new Isolated(end()));
    faults();
    Collections.shuffle(events, random);
    readings();
    months();
  }

  /** The one of some prices after each other that held when the order was placed. */
  private Listed listed(BilledUnit unit, boolean startedDays, String currency) {
    Instant placedAt = begin.minusSeconds(random.nextInt(86_400));
    History<Price> history = new History<>();
    Instant since = placedAt.minusSeconds(1_000_000);
    ListPrice held = ListPrice.random(random, unit, startedDays, currency);
    history = history.then(since, held.price());
    for (int change = random.nextInt(4); change > 0; change--) {
      since = since.plusSeconds(1 + random.nextInt(700_000));
      ListPrice next = ListPrice.random(random, unit, startedDays, currency);
      history = history.then(since, next.price());
      held = since.isAfter(placedAt) ? held : next;
    }
    return new Listed(held, history.at(placedAt).orElseThrow());
  }

  /** Half of them are returned; the others end by a period that is extended and shortened. */
  private int seconds(BilledUnit unit) {
    int longest = longest(unit);
    if (random.nextBoolean()) {
      return 1 + random.nextInt(longest);
    }
    int hours = 1 + random.nextInt(longest / 3600);
    LeasePeriod period = LeasePeriod.of(hours);
    for (int change = random.nextInt(4); change > 0; change--) {
      hours = 1 + random.nextInt(longest / 3600);
      period = LeasePeriod.of(hours);
    }
    int late = random.nextInt(60);
    int ended = hours * 3600 + late;
    Instant over = period.endAfter(begin).orElseThrow().plusSeconds(late);
    if (!over.equals(begin.plusSeconds(ended))) {
      throw new IllegalStateException(period.text() + " from " + begin + " ends at " + over);
    }
    return ended;
  }

  /**
   * Faults that may overlap and hang over both ends of the lease. All of them pause the charge but
   * work that was announced.
   */
  private void faults() {
    int faults = random.nextInt(5);
    for (int fault = 0; fault < faults; fault++) {
      String cause = "fault " + fault;
      FaultKind kind = pick(List.of(FaultKind.values()));
      int from = random.nextInt(seconds) - seconds / 10;
      int length = random.nextInt(random.nextBoolean() ? 4000 : seconds);
      events.add(new FaultBegan(begin.plusSeconds(from), cause, kind));
      if (random.nextInt(8) == 0) {
        length = 2 * seconds; // never ended
      } else {
        events.add(new FaultEnded(begin.plusSeconds(from + length), cause));
      }
      if (!kind.name().equals("MAINTENANCE")) {
        int first = Math.min(Math.max(0, from), seconds);
        Arrays.fill(paused, first, Math.max(first, Math.min(seconds, from + length)), true);
      }
    }
  }

  private void readings() {
    for (long at = random.nextInt(900); at <= seconds; at += 900 + random.nextInt(40_000)) {
      readings.add(
          new Passed(
              begin.plusSeconds(at), random.nextInt(900_000_000), random.nextInt(900_000_000)));
    }
  }

  private void months() {
    YearMonth last = month(end());
    boolean reduced = begin.isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    MonthTerms holds = MonthTerms.random(random, reduced);
    for (YearMonth month = month(begin); !month.isAfter(last); month = month.plusMonths(1)) {
      terms.put(month, holds);
      long bytes = random.nextInt(MOST_GB) * 1_000_000_000L + random.nextInt(1_000_000_000);
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        if (!isLeftOut(month.atDay(day))) {
          images.put(month.atDay(day), bytes);
        }
        bytes = random.nextInt(9) == 0 ? bytes / (1 + random.nextInt(3)) : bytes;
      }
      holds = random.nextBoolean() ? holds : MonthTerms.random(random, reduced);
    }
  }

  private boolean isLeftOut(LocalDate day) {
    return rules.zone().getId().equals("Pacific/Apia") && day.equals(LocalDate.of(2011, 12, 30));
  }

  Instant end() {
    return begin.plusSeconds(seconds);
  }

  YearMonth month(Instant instant) {
    return YearMonth.from(instant.atZone(rules.zone()));
  }

  private BilledUnit unit() {
    int dice = random.nextInt(100);
    if (dice < 33) {
      return BilledUnit.MINUTE;
    }
    if (dice < 73) {
      return BilledUnit.HOUR;
    }
    return dice < 93 ? BilledUnit.DAY : BilledUnit.MONTH;
  }

  private static int longest(BilledUnit unit) {
    int days =
        switch (unit) {
          case MINUTE -> 1;
          case HOUR -> 4;
          case DAY -> 12;
          case MONTH -> 45;
        };
    return days * 86_400;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @Override
  public String toString() {
    return paper + " from " + begin + " in " + rules + ", " + seconds + " s, " + events + ", "
        + terms;
  }
}
