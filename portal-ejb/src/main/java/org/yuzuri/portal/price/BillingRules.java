package org.yuzuri.portal.price;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What this portal bills by; the same for all its tenants, and not changed once something was
 * billed.
 *
 * @param zone whose days and months are charged
 * @param rounding how amounts become payable
 */
public record BillingRules(ZoneId zone, Rounding rounding) {

  /** System property: a zone of the tz database, such as {@code Asia/Tokyo}. */
  public static final String ZONE_PROPERTY = "yuzuri.billing.zone";

  /** Environment variable in the place of the property. */
  public static final String ZONE_VARIABLE = "YUZURI_BILLING_ZONE";

  /** System property: DOWN, HALF_UP or UP. */
  public static final String ROUNDING_PROPERTY = "yuzuri.billing.rounding";

  /** Environment variable in the place of the property. */
  public static final String ROUNDING_VARIABLE = "YUZURI_BILLING_ROUNDING";

  /**
   * What this portal is set up with: Asia/Tokyo and DOWN unless it says otherwise.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public static BillingRules configured() {
    return of(
        System.getProperty(ZONE_PROPERTY, System.getenv().getOrDefault(ZONE_VARIABLE, "")),
        System.getProperty(ROUNDING_PROPERTY, System.getenv().getOrDefault(ROUNDING_VARIABLE, "")));
  }

  static BillingRules of(String zone, String rounding) {
    return new BillingRules(
        zone.isBlank() ? ZoneId.of("Asia/Tokyo") : zone(zone.strip()),
        rounding.isBlank() ? Rounding.DOWN : rounding(rounding.strip()));
  }

  /** When the hour began, by the zone's clocks, that holds an instant. */
  public Instant hour(Instant instant) {
    return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  /** The month, by the zone's clocks, that holds an instant. */
  public YearMonth month(Instant instant) {
    return YearMonth.from(instant.atZone(zone));
  }

  /** A month's first instant by the zone's clocks. */
  public Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw ProblemException.invalid(ZONE_VARIABLE, text, "a zone such as Asia/Tokyo");
    }
  }

  private static Rounding rounding(String text) {
    try {
      return Rounding.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid(ROUNDING_VARIABLE, text, "DOWN, HALF_UP or UP");
    }
  }
}
