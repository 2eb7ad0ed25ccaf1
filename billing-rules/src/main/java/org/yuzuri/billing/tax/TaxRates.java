package org.yuzuri.billing.tax;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yuzuri.billing.price.History;

/** Which rate of consumption tax a category has, and since when. */
public final class TaxRates {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final History<BigDecimal> standard;
  private final History<BigDecimal> reduced;

  private TaxRates(History<BigDecimal> standard, History<BigDecimal> reduced) {
    this.standard = standard;
    this.reduced = reduced;
  }

  /**
   * Those of Japan. Source: Consumption Tax Act, articles 29 and 2, and the National Tax Agency's
   * table of rates: 3 % since 1 April 1989, 5 % since 1 April 1997, 8 % since 1 April 2014, 10 %
   * and reduced 8 % since 1 October 2019, each in national and local tax together.
   */
  public static TaxRates ofJapan() {
    return new TaxRates(
        new History<BigDecimal>()
            .then(since(1989, 4), BigDecimal.valueOf(3))
            .then(since(1997, 4), BigDecimal.valueOf(5))
            .then(since(2014, 4), BigDecimal.valueOf(8))
            .then(since(2019, 10), BigDecimal.valueOf(10)),
        new History<BigDecimal>().then(since(2019, 10), BigDecimal.valueOf(8)));
  }

  /**
   * The rate at an instant, in percent.
   *
   * @throws IllegalArgumentException there was none yet
   */
  public BigDecimal percent(TaxCategory category, Instant at) {
    return switch (category) {
      case EXEMPT, REVERSE_CHARGE -> BigDecimal.ZERO;
      case STANDARD -> rate(standard, category, at);
      case REDUCED -> rate(reduced, category, at);
    };
  }

  private static BigDecimal rate(History<BigDecimal> rates, TaxCategory category, Instant at) {
    return rates
        .at(at)
        .orElseThrow(() -> new IllegalArgumentException("no rate of " + category + " at " + at));
  }

  private static Instant since(int year, int month) {
    return LocalDate.of(year, month, 1).atStartOfDay(JAPAN).toInstant();
  }
}
