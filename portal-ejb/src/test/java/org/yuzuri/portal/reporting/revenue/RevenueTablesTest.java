package org.yuzuri.portal.reporting.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Period;

/** February, held against January: one tenant came, one stayed, one went; euros only before. */
class RevenueTablesTest {

  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  private final RevenueTables tables =
      new RevenueTables(
          new Period(FEBRUARY, FEBRUARY, ZoneId.of("Asia/Tokyo")),
          List.of(
              earned("2026-02", 1, 10, "300", "JPY"),
              earned("2026-02", 2, 10, "100", "JPY"),
              earned("2026-01", 2, 11, "150", "JPY"),
              earned("2026-01", 3, 11, "50", "JPY"),
              earned("2026-01", 3, 11, "7.5", "EUR")),
          FEBRUARY);

  @Test
  void whoBroughtSomethingBeforeAndNothingNowHasALine() {
    FigureTable tenants = tables.byTenant(Map.of(1L, "Came", 2L, "Stayed", 3L, "Went"));

    assertThat(tenants.lines())
        .extracting(Line::currency, Line::label, RevenueTablesTest::now, RevenueTablesTest::before)
        .containsExactly(
            tuple("EUR", "Went", "0", "7.5"),
            tuple("JPY", "Came", "300", "0"),
            tuple("JPY", "Stayed", "100", "150"),
            tuple("JPY", "Went", "0", "50"));
  }

  @Test
  void anOfferThatNobodyHasAnyMoreHasALine() {
    assertThat(tables.byOffer(Map.of(10L, "New", 11L, "Old")).lines())
        .filteredOn(line -> line.currency().equals("JPY"))
        .extracting(Line::label, RevenueTablesTest::now, RevenueTablesTest::before)
        .containsExactly(tuple("New", "400", "0"), tuple("Old", "0", "200"));
  }

  @Test
  void aCurrencyThatWasEarnedInBeforeHasItsMonthsAndATotal() {
    FigureTable months = tables.byMonth();

    assertThat(months.lines())
        .extracting(Line::currency, RevenueTablesTest::now, RevenueTablesTest::before)
        .containsExactly(tuple("EUR", "0", "7.5"), tuple("JPY", "400", "200"));
    assertThat(months.totals())
        .extracting(Line::currency, RevenueTablesTest::now, RevenueTablesTest::before)
        .containsExactly(tuple("EUR", "0", "7.5"), tuple("JPY", "400", "200"));
  }

  private static String now(Line line) {
    return String.valueOf(line.value(0));
  }

  private static String before(Line line) {
    return String.valueOf(line.before());
  }

  private static Earned earned(String month, long tenant, long offer, String net, String currency) {
    return new Earned(month, tenant, offer, RevenueKind.USED, new BigDecimal(net), currency);
  }
}
