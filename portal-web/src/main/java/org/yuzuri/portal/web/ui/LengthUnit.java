package org.yuzuri.portal.web.ui;

import java.util.Arrays;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.platform.ProblemException;

/** What the length of a period counts. */
public enum LengthUnit {
  HOURS(1),
  DAYS(24),
  /** Until the server is returned; the length counts nothing. */
  OPEN(0);

  private final int hours;

  LengthUnit(int hours) {
    this.hours = hours;
  }

  /**
   * The unit of this name.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public static LengthUnit of(String name) {
    return Arrays.stream(values())
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.invalid("unit", name, Arrays.asList(values()).toString()));
  }

  /**
   * The period of this length.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public LeasePeriod period(int length) {
    if (this == OPEN) {
      return LeasePeriod.OPEN;
    }
    int longest = LeasePeriod.MOST_HOURS / hours;
    if (length > longest) {
      throw ProblemException.invalid("hours", length, "one hour to 366 days");
    }
    return LeasePeriod.of(length * hours);
  }
}
