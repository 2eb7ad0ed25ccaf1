package org.yuzuri.portal.invoice.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.billing.price.BilledUnit;

/**
 * Goes through a lease second by second, with the wall clock of the contract's zone in view, and
 * makes a stroke for each piece of time in whose charged part it finds itself first.
 */
final class Clerk {

  /** What was counted in one calendar month. */
  static final class Strokes {

    /** All of them. */
    long all;

    /** Seconds that a fault took. */
    long paused;

    /** Strokes by the month of the lease in which they were made; the first is 0. */
    final Map<Integer, Long> byLeaseMonth = new TreeMap<>();

    private void stroke(int leaseMonth) {
      all++;
      byLeaseMonth.merge(leaseMonth, 1L, Long::sum);
    }
  }

  private static final int DAY = 86_400;

  private final BilledUnit unit;
  private final ZoneRules rules;
  private final long handedOver;
  private final long firstDay;
  private final int firstTime;
  private final LocalDate firstDate;

  private long today = Long.MIN_VALUE;
  private YearMonth month = YearMonth.of(1970, 1);
  private int monthsSince;
  private boolean dayReached;
  private boolean onTheDay;
  private int offset;
  private long offsetEnds = Long.MIN_VALUE;

  Clerk(BilledUnit unit, ZoneId zone, long handedOver) {
    this.unit = unit;
    this.rules = zone.getRules();
    this.handedOver = handedOver;
    long wall = wall(handedOver);
    firstDay = Math.floorDiv(wall, DAY);
    firstTime = (int) Math.floorMod(wall, (long) DAY);
    firstDate = LocalDate.ofEpochDay(firstDay);
  }

  /** Strokes by month; {@code paused} holds a sign for each second since the hand-over. */
  Map<YearMonth, Strokes> strokes(boolean[] paused) {
    Map<YearMonth, Strokes> all = new TreeMap<>();
    Strokes page = new Strokes();
    long piece = 0;
    long charged = -1;
    int leaseMonth = 0;
    for (int second = 0; second < paused.length; second++) {
      long wall = wall(handedOver + second);
      if (look(Math.floorDiv(wall, DAY))) {
        page = all.computeIfAbsent(month, first -> new Strokes());
      }
      boolean early = Math.floorMod(wall, DAY) < firstTime;
      leaseMonth = Math.max(leaseMonth, leaseMonth(early));
      piece = Math.max(piece, piece(second, early));
      if (paused[second]) {
        page.paused++;
      } else if (piece > charged) {
        charged = piece;
        page.stroke(leaseMonth);
      }
    }
    return all;
  }

  /** How many days a month of the lease has. */
  long days(int leaseMonth) {
    return begin(leaseMonth + 1) - begin(leaseMonth);
  }

  private long begin(int leaseMonth) {
    int months = firstDate.getMonthValue() - 1 + leaseMonth;
    YearMonth of = YearMonth.of(firstDate.getYear() + months / 12, months % 12 + 1);
    return of.atDay(Math.min(firstDate.getDayOfMonth(), of.lengthOfMonth())).toEpochDay();
  }

  private long piece(int second, boolean early) {
    return switch (unit) {
      case MINUTE -> second / 60;
      case HOUR -> second / 3600;
      case DAY -> today - firstDay - (early ? 1 : 0);
      case MONTH -> leaseMonth(early);
    };
  }

  private int leaseMonth(boolean early) {
    return monthsSince - (!dayReached || (onTheDay && early) ? 1 : 0);
  }

  /** Turns the calendar's page when it is another day. */
  private boolean look(long day) {
    if (day == today) {
      return false;
    }
    today = day;
    LocalDate date = LocalDate.ofEpochDay(day);
    month = YearMonth.from(date);
    monthsSince =
        (date.getYear() - firstDate.getYear()) * 12
            + date.getMonthValue()
            - firstDate.getMonthValue();
    int wanted = Math.min(firstDate.getDayOfMonth(), date.lengthOfMonth());
    dayReached = date.getDayOfMonth() >= wanted;
    onTheDay = date.getDayOfMonth() == wanted;
    return true;
  }

  private long wall(long second) {
    if (second >= offsetEnds) {
      Instant now = Instant.ofEpochSecond(second);
      offset = rules.getOffset(now).getTotalSeconds();
      ZoneOffsetTransition next = rules.nextTransition(now);
      offsetEnds = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
    return second + offset;
  }
}
