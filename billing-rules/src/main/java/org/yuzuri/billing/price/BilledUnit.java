package org.yuzuri.billing.price;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * The piece of time that a price is for. The first piece of a lease begins with its hand-over, each
 * other one where the one before it ends; a piece that has begun is charged.
 */
public enum BilledUnit {
  /** 60 seconds. */
  MINUTE(ChronoUnit.MINUTES),
  /** 60 minutes, whatever clocks are put forward or back. */
  HOUR(ChronoUnit.HOURS),
  /** From a time of day to the same time of the next day, in the contract's zone. */
  DAY(ChronoUnit.DAYS),
  /**
   * From a day's time to the same of the next month, in the contract's zone; of a month without
   * that day, its last day.
   */
  MONTH(ChronoUnit.MONTHS);

  private final ChronoUnit unit;

  BilledUnit(ChronoUnit unit) {
    this.unit = unit;
  }

  /**
   * When a piece begins.
   *
   * @param handedOver the beginning of the first
   * @param number of the piece, from 0
   * @param zone the contract's
   * @return where clocks are put forward over that time of day: when they are
   */
  public Instant begin(Instant handedOver, long number, ZoneId zone) {
    if (number == 0 || this == MINUTE || this == HOUR) {
      return handedOver.plus(unit.getDuration().multipliedBy(number));
    }
    LocalDateTime local = LocalDateTime.ofInstant(handedOver, zone).plus(number, unit);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }

  /**
   * The piece that holds an instant.
   *
   * @param instant not before {@code handedOver}
   */
  public long number(Instant handedOver, Instant instant, ZoneId zone) {
    long near =
        this == MINUTE || this == HOUR
            ? unit.between(handedOver, instant)
            : unit.between(
                LocalDateTime.ofInstant(handedOver, zone), LocalDateTime.ofInstant(instant, zone));
    long number = Math.max(0, near - 1);
    while (!begin(handedOver, number + 1, zone).isAfter(instant)) {
      number++;
    }
    return number;
  }
}
