package org.yuzuri.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;

/** Figures against books that were written by hand. */
class FiguresIT {

  private static final int MOST_STATEMENTS = 6;
  private static final PortalDatabase DATABASE =
      PortalDatabase.shared().at(Instant.parse("2026-03-01T12:00:00Z"));

  /** February in Tokyo has 672 hours, January 744. */
  private static final Instant FEBRUARY = Instant.parse("2026-01-31T15:00:00Z");

  private static final Instant JANUARY = Instant.parse("2025-12-31T15:00:00Z");

  private static Books books;
  private static long tenant;
  private static long other;

  @BeforeAll
  static void write() {
    books = new Books(DATABASE, "10");
    tenant = DATABASE.newTenant("Figures");
    other = DATABASE.newTenant("Others");
    long lent = books.server("lent", "RESERVED", at(700));
    books.moved(lent, at(100), "AVAILABLE", "RESERVED");
    books.moved(lent, at(101), "RESERVED", "PROVISIONING");
    books.moved(lent, at(102), "PROVISIONING", "LEASED");
    books.moved(lent, at(302), "LEASED", "ISOLATING");
    books.moved(lent, at(303), "ISOLATING", "WIPING");
    books.moved(lent, at(305), "WIPING", "AVAILABLE");
    // What comes after February is none of its.
    books.moved(lent, at(673), "AVAILABLE", "RESERVED");
    long broken = books.server("broken", "QUARANTINED", at(300));
    books.moved(broken, at(300), "AVAILABLE", "QUARANTINED");
    books.server("retired", "RETIRED", JANUARY.minus(Duration.ofDays(9)));
    long fresh = books.server("fresh", "AVAILABLE", at(60));
    books.moved(fresh, at(60), "ENROLLED", "AVAILABLE");
    writeWork(lent);
  }

  private static void writeWork(long server) {
    handOver(server, JANUARY.plusSeconds(5000), 300, tenant);
    handOver(server, at(10), 600, tenant);
    handOver(server, at(20), 1200, tenant);
    handOver(server, at(30), 900, other);
    books.run("TRANSFER", server, null, "FAILED", at(40), at(41), "TENANT");
    books.run("TRANSFER", server, null, "FAILED", at(42), at(43), "LENDER");
    books.run("TRANSFER", server, null, "CANCELLED", at(44), at(45), null);
    books.run("TRANSFER", server, null, "RUNNING", at(46), null, null);
    books.run("WIPE", server, null, "SUCCEEDED", at(50), at(51), null);
    books.run("WIPE", server, null, "SUCCEEDED", at(52), at(55), null);
    books.run("WIPE", server, null, "FAILED", at(56), at(57), "HARDWARE");
    disturb(server);
  }

  /** Leases of December, so that nothing else of them is of January or February. */
  private static void disturb(long server) {
    long one = books.lease(tenant, server, at(-1000), at(-1000), at(200));
    books.fault(one, "POWER", at(-10), at(10));
    books.fault(one, "POWER", at(100), at(101));
    books.fault(one, "MAINTENANCE", at(120), at(122));
    long another = books.lease(other, server, at(-1000), at(-1000), at(400));
    books.fault(another, "POWER", at(310), at(313));
    books.fault(another, "SITE", at(399), null);
  }

  private static void handOver(long server, Instant orderedAt, int seconds, long whose) {
    Instant at = orderedAt.plusSeconds(seconds);
    long lease = books.lease(whose, server, orderedAt, at, at.plusSeconds(3600));
    long run = books.run("TRANSFER", server, lease, "SUCCEEDED", orderedAt, at, null);
    books.step(run, 0, "RESERVE", orderedAt, orderedAt.plusSeconds(10));
    books.step(run, 1, "INSTALL", orderedAt.plusSeconds(10), at);
  }

  @Test
  void everyHourOfAServerIsToldOnceAndThoseOutOfThePoolAreNot() {
    FigureTable months = february(Figure.POOL_BY_MONTH);

    assertThat(months.lines()).hasSize(1);
    assertThat(numbers(months.lines().get(0)))
        .containsExactly("200.0", "2.0", "3.0", "1379.0", "372.0", "10.2");
    assertThat(months.totals()).hasSize(1);
    assertThat(numbers(months.totals().get(0))).isEqualTo(numbers(months.lines().get(0)));
    assertThat(months.lines().get(0).before()).isEqualByComparingTo("0");
  }

  @Test
  void aServersHoursAreItsOwn() {
    FigureTable servers = february(Figure.POOL_BY_SERVER);

    assertThat(servers.lines())
        .extracting(Line::label)
        .containsExactlyInAnyOrder(
            books.nameOf("lent"), books.nameOf("broken"), books.nameOf("fresh"));
    assertThat(numbers(line(servers, books.nameOf("lent"))))
        .containsExactly("200.0", "2.0", "3.0", "467.0", "0.0", "29.8");
    assertThat(numbers(line(servers, books.nameOf("broken"))))
        .containsExactly("0.0", "0.0", "0.0", "300.0", "372.0", "0.0");
    assertThat(numbers(line(servers, books.nameOf("fresh"))))
        .containsExactly("0.0", "0.0", "0.0", "612.0", "0.0", "0.0");
  }

  @Test
  void theCurrentMonthIsToldUpToNow() {
    FigureTable march = figure(Figure.POOL_BY_SERVER, "2026-03", "2026-03");

    // It is 21 o'clock in Tokyo on the first.
    assertThat(numbers(line(march, books.nameOf("lent"))))
        .containsExactly("0.0", "20.0", "0.0", "1.0", "0.0", "0.0");
    assertThat(line(march, books.nameOf("lent")).before()).isEqualByComparingTo("29.8");
  }

  @Test
  void idleHoursAreWorthThePriceOfTheirOffer() {
    FigureTable idle = february(Figure.IDLE_CAPITAL);

    Line line = line(idle, books.offerName);
    assertThat(line.currency()).isEqualTo("JPY");
    assertThat(numbers(line)).containsExactly("13790.00", "1379.0");
  }

  @Test
  void handOversAreTimedFromTheirOrder() {
    FigureTable months = february(Figure.HAND_OVERS_BY_MONTH);

    Line line = line(months, "2026-02");
    assertThat(numbers(line)).containsExactly("900", "1200", "3");
    assertThat(line.before()).isEqualByComparingTo("300");
  }

  @Test
  void partsOfTheTimeAreToldInTheirOrder() {
    FigureTable steps = february(Figure.HAND_OVER_STEPS);

    assertThat(steps.lines()).extracting(Line::label).containsExactly("RESERVE", "INSTALL");
    assertThat(numbers(line(steps, "RESERVE"))).containsExactly("10", "10", "10", "3");
    assertThat(numbers(line(steps, "INSTALL"))).containsExactly("890", "1190", "1190", "3");
    assertThat(line(steps, "INSTALL").before()).isEqualByComparingTo("290");
  }

  @Test
  void aTenantsTimesAreItsOwn() {
    FiguresFilter filter =
        new FiguresFilter("2026-02", "2026-02", String.valueOf(books.offer), String.valueOf(other));

    FigureTable months =
        asBilling(
            p ->
                table(
                    p.get(FiguresService.class).page(Figure.Page.WORK, filter),
                    Figure.HAND_OVERS_BY_MONTH));

    assertThat(numbers(line(months, "2026-02"))).containsExactly("900", "900", "1");
  }

  @Test
  void failuresAreWhoseMatterTheyWere() {
    FigureTable transfers = february(Figure.TRANSFERS_BY_MONTH);

    Line line = line(transfers, "2026-02");
    assertThat(value(transfers, line, Column.SUCCEEDED)).isEqualByComparingTo("3");
    assertThat(value(transfers, line, Column.CALLED_OFF)).isEqualByComparingTo("1");
    assertThat(value(transfers, line, Column.FAULT_TENANT)).isEqualByComparingTo("1");
    assertThat(value(transfers, line, Column.FAULT_LENDER)).isEqualByComparingTo("1");
    assertThat(value(transfers, line, Column.FAULT_HARDWARE)).isEqualByComparingTo("0");
    assertThat(value(transfers, line, Column.SUCCESS)).isEqualByComparingTo("60.0");
  }

  @Test
  void erasuresAreTimedWhenTheyWereProven() {
    FigureTable erasures = february(Figure.ERASURES_BY_MONTH);

    assertThat(numbers(line(erasures, "2026-02"))).containsExactly("3600", "10800", "2", "1");
  }

  @Test
  void faultsAreToldByTheirKindWithTheirHoursInThePeriod() {
    FigureTable faults = february(Figure.FAULTS_BY_KIND);

    assertThat(faults.lines())
        .extracting(Line::label)
        .containsExactly("SITE", "POWER", "MAINTENANCE");
    assertThat(numbers(line(faults, "POWER"))).containsExactly("14.0", "3", "2", "36000");
    assertThat(line(faults, "POWER").before()).isEqualByComparingTo("10");
    assertThat(numbers(line(faults, "MAINTENANCE"))).containsExactly("2.0", "1", "1", "7200");
    // What lasts ends with its lease.
    assertThat(numbers(line(faults, "SITE"))).containsExactly("1.0", "1", "1", "3600");
    assertThat(numbers(faults.totals().get(0))).containsExactly("17.0", "5", "2", "36000");
  }

  @Test
  void faultsOfOneKindAndTenantAreFound() {
    FiguresFilter filter =
        new FiguresFilter(
            "2026-02", "2026-02", String.valueOf(books.offer), String.valueOf(other), "POWER");

    FigureTable faults =
        asBilling(
            p ->
                table(
                    p.get(FiguresService.class).page(Figure.Page.WORK, filter),
                    Figure.FAULTS_BY_KIND));

    assertThat(faults.lines()).hasSize(1);
    assertThat(numbers(line(faults, "POWER"))).containsExactly("3.0", "1", "1", "10800");
  }

  @Test
  void kindOfFaultThatThereIsNotIsNamed() {
    FiguresFilter filter = new FiguresFilter("", "", "", "", "FIRE");

    assertThatThrownBy(
            () -> asBilling(p -> p.get(FiguresService.class).page(Figure.Page.WORK, filter)))
        .hasMessageContaining("fault.kind")
        .hasMessageContaining("FIRE");
  }

  @Test
  void whatMeansNothingIsNamedAllAtOnce() {
    FiguresFilter filter = new FiguresFilter("2026-13", "yesterday", "one", "-1");

    assertThatThrownBy(
            () -> asBilling(p -> p.get(FiguresService.class).page(Figure.Page.POOL, filter)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("until");
              assertThat(refused.value()).isEqualTo("yesterday");
              assertThat(refused.expected()).isEqualTo("YYYY-MM");
              assertThat(refused.others())
                  .extracting(ProblemException::field)
                  .containsExactly("from", "offer", "tenant");
            });
  }

  @Test
  void aReportIsNeitherOfTheFutureNorOfAnAge() {
    assertRefused("2026-04", "2026-04", "until");
    assertRefused("2026-03", "2026-02", "from");
    assertRefused("2020-01", "2026-02", "from");
  }

  private static void assertRefused(String from, String until, String field) {
    assertThatThrownBy(() -> figure(Figure.POOL_BY_MONTH, from, until))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  @Test
  void anOfferThatThereIsNotIsMissing() {
    FiguresFilter filter = new FiguresFilter("", "", "999999999", "");

    assertThatThrownBy(
            () -> asBilling(p -> p.get(FiguresService.class).page(Figure.Page.POOL, filter)))
        .hasMessageContaining("NOT_FOUND");
  }

  @ParameterizedTest
  @EnumSource
  void aPageTakesAFewStatements(Figure.Page page) {
    asBilling(
        portal -> {
          Statistics statistics =
              portal
                  .get(EntityManager.class)
                  .unwrap(Session.class)
                  .getSessionFactory()
                  .getStatistics();
          statistics.setStatisticsEnabled(true);
          statistics.clear();
          portal.get(FiguresService.class).page(page, FiguresFilter.none());
          assertThat(statistics.getPrepareStatementCount()).isBetween(1L, (long) MOST_STATEMENTS);
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyFigureIsOnItsPageAndAFile(Figure figure) {
    FigureTable file =
        asBilling(p -> p.get(FiguresService.class).file(figure.name(), FiguresFilter.none()));

    assertThat(file.figure()).isEqualTo(figure);
    assertThat(file.lines())
        .allSatisfy(line -> assertThat(line.values()).hasSameSizeAs(figure.columns()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pool_by_month", "POOL_BY_MONTH ", "../POOL_BY_MONTH"})
  void aFigureThatThereIsNotIsMissing(String name) {
    assertThatThrownBy(
            () -> asBilling(p -> p.get(FiguresService.class).file(name, FiguresFilter.none())))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void theLastSixMonthsAreToldWhenNobodyAsks() {
    FiguresPage page =
        asBilling(p -> p.get(FiguresService.class).page(Figure.Page.POOL, FiguresFilter.none()));

    assertThat(page.period().first()).isEqualTo(YearMonth.of(2025, 10));
    assertThat(page.period().last()).isEqualTo(YearMonth.of(2026, 3));
    assertThat(page.before().first()).isEqualTo(YearMonth.of(2025, 4));
  }

  private static Instant at(int hourOfFebruary) {
    return FEBRUARY.plus(Duration.ofHours(hourOfFebruary));
  }

  private static FigureTable february(Figure figure) {
    return figure(figure, "2026-02", "2026-02");
  }

  private static FigureTable figure(Figure figure, String from, String until) {
    FiguresFilter filter = new FiguresFilter(from, until, String.valueOf(books.offer), "");
    return asBilling(p -> table(p.get(FiguresService.class).page(figure.page(), filter), figure));
  }

  private static FigureTable table(FiguresPage page, Figure figure) {
    return page.tables().stream()
        .filter(table -> table.figure() == figure)
        .findFirst()
        .orElseThrow();
  }

  private static Line line(FigureTable table, String label) {
    return table.lines().stream()
        .filter(line -> line.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable BigDecimal value(FigureTable table, Line line, Column column) {
    return line.value(table.figure().columns().indexOf(column));
  }

  private static List<String> numbers(Line line) {
    return line.values().stream()
        .map(value -> value == null ? "nothing" : value.toPlainString())
        .toList();
  }

  private static <T> T asBilling(Function<Portal, T> work) {
    return DATABASE.as(Tenants.LENDER, Role.LENDER_BILLING, work);
  }
}
