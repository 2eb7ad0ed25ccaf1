package org.yuzuri.billing.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import org.yuzuri.billing.price.BilledUnit;

/**
 * The oracle: goes through a lease second by second, with the wall clock of the contract's zone in
 * view, and makes a stroke for each piece of time in whose charged part it finds itself first.
 */
final class Clerk {

  private static final int DAY = 86_400;

  private final BilledUnit unit;
  private final ZoneRules rules;
  private final long handedOver;
  private final long firstDay;
  private final int firstTime;
  private final LocalDate firstDate;

  private long today = Long.MIN_VALUE;
  private YearMonth month = YearMonth.of(1970, 1);
  private long monthsSince;
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
  Map<YearMonth, Long> strokes(boolean[] paused) {
    Map<YearMonth, Long> strokes = new HashMap<>();
    long piece = 0;
    long charged = -1;
    for (int second = 0; second < paused.length; second++) {
      long now = handedOver + second;
      long wall = wall(now);
      look(Math.floorDiv(wall, DAY));
      piece = Math.max(piece, piece(second, wall));
      if (!paused[second] && piece > charged) {
        charged = piece;
        strokes.merge(month, 1L, Long::sum);
      }
    }
    return strokes;
  }

  private long piece(int second, long wall) {
    boolean early = Math.floorMod(wall, DAY) < firstTime;
    return switch (unit) {
      case MINUTE -> second / 60;
      case HOUR -> second / 3600;
      case DAY -> today - firstDay - (early ? 1 : 0);
      case MONTH -> monthsSince - (!dayReached || (onTheDay && early) ? 1 : 0);
    };
  }

  /** Turns the calendar's page when it is another day. */
  private void look(long day) {
    if (day == today) {
      return;
    }
    today = day;
    LocalDate date = LocalDate.ofEpochDay(day);
    month = YearMonth.from(date);
    monthsSince =
        (date.getYear() - firstDate.getYear()) * 12L
            + date.getMonthValue()
            - firstDate.getMonthValue();
    int wanted = Math.min(firstDate.getDayOfMonth(), date.lengthOfMonth());
    dayReached = date.getDayOfMonth() >= wanted;
    onTheDay = date.getDayOfMonth() == wanted;
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
