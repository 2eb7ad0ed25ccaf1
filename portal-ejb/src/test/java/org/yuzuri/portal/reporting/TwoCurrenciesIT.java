package org.yuzuri.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.reporting.cost.BudgetDraft;
import org.yuzuri.portal.reporting.cost.BudgetView;
import org.yuzuri.portal.reporting.cost.CostLine;
import org.yuzuri.portal.reporting.cost.CostService;
import org.yuzuri.portal.reporting.cost.CostSum;
import org.yuzuri.portal.reporting.cost.CostView;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.revenue.ReckoningService;

/** A tenant with one server for yen and one for dollars: no sum is of both. */
class TwoCurrenciesIT {

  private static final PortalDatabase DATABASE =
      PortalDatabase.shared().at(Instant.parse("2026-03-01T12:00:00Z"));

  /** In Tokyo March has 744 hours, of which 21 are over: the clock stands at noon, UTC. */
  private static final Instant MARCH = Instant.parse("2026-02-28T15:00:00Z");

  private final Books books = new Books(DATABASE, "10");
  private final long tenant = DATABASE.newTenant("Currencies");

  @BeforeEach
  void lend() {
    Instant ordered = MARCH.minus(Duration.ofDays(9));
    long yen = books.server("yen", "LEASED", ordered);
    books.metered(books.lease(tenant, yen, ordered, MARCH, null));
    long dollars = books.server("dollars", "LEASED", ordered);
    books.metered(books.lease(tenant, dollars, ordered, MARCH, null, Money.of("0.15", "USD")));
  }

  @Test
  void costsHaveATotalOfEachCurrencyAlsoForALabel() {
    CostView march = tenant(p -> p.get(CostService.class).month(""));

    assertThat(march.lines())
        .extracting(CostLine::server, line -> line.soFar().toString())
        .containsExactly(
            tuple(books.nameOf("yen"), "JPY 210"), tuple(books.nameOf("dollars"), "USD 3.15"));
    assertThat(march.totals())
        .extracting(sum -> sum.soFar().toString(), sum -> sum.forecast().toString())
        .containsExactly(tuple("JPY 210", "JPY 7440"), tuple("USD 3.15", "USD 111.6"));
    assertThat(march.labels())
        .extracting(CostSum::label, sum -> sum.soFar().toString())
        .containsExactly(tuple("env=prod", "JPY 210"), tuple("env=prod", "USD 3.15"));
  }

  /** What a budget's form begins with. */
  @Test
  void costsOfOneCurrencyAreOfThatOne() {
    assertThat(tenant(p -> p.get(CostService.class).month("")).currency()).isEqualTo("JPY");
    Instant ordered = MARCH.minus(Duration.ofDays(9));
    long stranger = DATABASE.newTenant("Dollars");
    long server = books.server("their-dollars", "LEASED", ordered);
    books.metered(books.lease(stranger, server, ordered, MARCH, null, Money.of("0.15", "USD")));

    assertThat(
            DATABASE
                .<CostView>as(
                    stranger, Role.TENANT_BILLING, p -> p.get(CostService.class).month(""))
                .currency())
        .isEqualTo("USD");
  }

  @Test
  void budgetCountsWhatIsOfItsCurrencyAndThereMayBeOneOfEach() {
    set(new BudgetDraft("", "7000", "JPY", "50"));
    set(new BudgetDraft("", "100.50", "USD", "3"));

    assertThat(tenant(p -> p.get(CostService.class).month("")).budgets())
        .extracting(
            budget -> budget.amount().toString(),
            budget -> budget.soFar().toString(),
            BudgetView::percent,
            BudgetView::forecastPercent,
            budget -> budget.reached().isPresent())
        .containsExactly(
            tuple("JPY 7000", "JPY 210", 3, 106, false),
            tuple("USD 100.5", "USD 3.15", 3, 111, true));
  }

  @Test
  void figuresOfRevenueHaveALineAndATotalOfEachCurrency() {
    DATABASE.asPortal(
        p -> {
          p.get(ReckoningService.class).reckon("2026-03");
          return true;
        });

    for (Figure figure :
        new Figure[] {Figure.REVENUE_BY_MONTH, Figure.REVENUE_BY_TENANT, Figure.REVENUE_BY_OFFER}) {
      FigureTable table = revenue(figure);
      assertThat(table.lines()).as(figure.name()).hasSize(2);
      assertThat(table.lines())
          .as(figure.name())
          .extracting(Line::currency, line -> plain(line))
          .containsExactlyInAnyOrder(tuple("JPY", "210"), tuple("USD", "3.15"));
      assertThat(table.totals())
          .as(figure.name())
          .extracting(Line::currency, line -> plain(line))
          .containsExactlyInAnyOrder(tuple("JPY", "210"), tuple("USD", "3.15"));
    }
  }

  private static String plain(Line line) {
    return line.values().get(0).stripTrailingZeros().toPlainString();
  }

  private FigureTable revenue(Figure figure) {
    FiguresFilter filter = new FiguresFilter("2026-03", "2026-03", String.valueOf(books.offer), "");
    return DATABASE
        .as(
            Tenants.LENDER,
            Role.LENDER_BILLING,
            p -> p.get(FiguresService.class).page(Figure.Page.REVENUE, filter))
        .tables()
        .stream()
        .filter(table -> table.figure() == figure)
        .findFirst()
        .orElseThrow();
  }

  private void set(BudgetDraft draft) {
    tenant(
        p -> {
          p.get(CostService.class).addBudget(draft);
          p.get(EntityManager.class).flush();
          return true;
        });
  }

  private <T> T tenant(Function<Portal, T> work) {
    return DATABASE.as(tenant, Role.TENANT_BILLING, work);
  }
}
