package org.yuzuri.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.MailRow;
import org.yuzuri.portal.mail.MailService;
import org.yuzuri.portal.mail.MailState;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.cost.BudgetDraft;
import org.yuzuri.portal.reporting.cost.BudgetView;
import org.yuzuri.portal.reporting.cost.BudgetWatchService;
import org.yuzuri.portal.reporting.cost.CostLine;
import org.yuzuri.portal.reporting.cost.CostService;
import org.yuzuri.portal.reporting.cost.CostSum;
import org.yuzuri.portal.reporting.cost.CostView;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.revenue.ReckoningService;
import org.yuzuri.portal.usage.charge.Charge;

/** What servers cost a tenant and bring the datacenter, against books written by hand. */
class CostIT {

  private static final PortalDatabase DATABASE =
      PortalDatabase.shared().at(Instant.parse("2026-03-01T12:00:00Z"));

  /** In Tokyo March has 744 hours, of which 21 are over: the clock stands at noon, UTC. */
  private static final Instant MARCH = Instant.parse("2026-02-28T15:00:00Z");

  private final Books books = new Books(DATABASE, "10");
  private final long tenant = DATABASE.newTenant("Cost");
  private final long other = DATABASE.newTenant("Other cost");

  @BeforeEach
  void lend() {
    Instant ordered = MARCH.minus(Duration.ofDays(9));
    long five = books.server("five", "AVAILABLE", ordered);
    Instant begin = MARCH.minus(Duration.ofDays(8));
    books.metered(books.lease(tenant, five, ordered, begin, begin.plus(Duration.ofHours(5))));
    long running = books.server("running", "LEASED", ordered);
    books.metered(books.lease(tenant, running, ordered, MARCH, null));
    long theirs = books.server("theirs", "LEASED", ordered);
    books.metered(books.lease(other, theirs, ordered, MARCH, null));
  }

  @Test
  void aMonthThatRunsIsToldSoFarAndAtItsEnd() {
    CostView march = as(tenant, p -> p.get(CostService.class).month(""));

    assertThat(march.current()).isTrue();
    assertThat(march.lines()).extracting(CostLine::server).containsExactly(books.nameOf("running"));
    assertThat(march.totals()).hasSize(1);
    assertThat(march.totals().get(0).soFar()).hasToString("JPY 210");
    assertThat(march.totals().get(0).forecast()).hasToString("JPY 7440");
    assertThat(march.labels()).extracting(CostSum::label).containsExactly("env=prod");
  }

  @Test
  void aMonthThatIsOverIsWhatItWas() {
    CostView february = as(tenant, p -> p.get(CostService.class).month("2026-02"));

    assertThat(february.current()).isFalse();
    assertThat(february.totals().get(0).soFar()).hasToString("JPY 50");
    assertThat(february.totals().get(0).forecast()).hasToString("JPY 50");
  }

  @Test
  void usageIsTheTenantsOwn() {
    List<Charge> charges = as(tenant, p -> p.get(CostService.class).usage("2026-03"));

    assertThat(charges).isNotEmpty().allMatch(charge -> charge.tenantId() == tenant);
  }

  @Test
  void aMonthThatMeansNothingIsNamed() {
    for (String month : List.of("2026-13", "march", "2026-04", "=1+1")) {
      assertThatThrownBy(() -> as(tenant, p -> p.get(CostService.class).month(month)))
          .isInstanceOfSatisfying(
              ProblemException.class, refused -> assertThat(refused.value()).isEqualTo(month));
    }
  }

  @Test
  void aBudgetIsToldOfOnceForEachThresholdAndMonth() {
    books.member(tenant, "payer", Role.TENANT_BILLING);
    books.member(tenant, "orderer", Role.ORDERER);
    books.member(other, "stranger", Role.TENANT_BILLING);
    set(tenant, new BudgetDraft("", "7000", "JPY", "1, 3, 50"));
    set(tenant, new BudgetDraft("env=prod", "300", "JPY", "70"));
    set(tenant, new BudgetDraft("env=test", "1", "JPY", "1"));

    look();
    look();

    List<MailRow> mails = mails();
    assertThat(mails).extracting(MailRow::kind).containsOnly(MailKind.BUDGET_REACHED);
    assertThat(mails)
        .extracting(MailRow::address)
        .containsExactly(books.addressOf("payer"), books.addressOf("payer"));
  }

  @Test
  void aBudgetShowsHowFarItIsUsed() {
    set(tenant, new BudgetDraft(" env=prod ", "7000", "JPY", "50 80"));

    BudgetView budget = as(tenant, p -> p.get(CostService.class).month("")).budgets().get(0);

    assertThat(budget.label()).isEqualTo("env=prod");
    assertThat(budget.percent()).isEqualTo(3);
    assertThat(budget.forecastPercent()).isEqualTo(106);
    assertThat(budget.isExceeded()).isTrue();
    assertThat(budget.reached()).isEmpty();
  }

  @Test
  void whatIsWrongWithABudgetIsNamedAllAtOnce() {
    BudgetDraft wrong = new BudgetDraft("no label", "12.5", "JPY", "0, 80");

    assertThatThrownBy(() -> set(tenant, wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("label");
              assertThat(refused.others())
                  .extracting(ProblemException::field)
                  .containsExactly("amount", "thresholds");
            });
    assertThatThrownBy(() -> set(tenant, new BudgetDraft("", "-1", "Yen", "80")))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.field()).isEqualTo("currency"));
  }

  @Test
  void aSecondBudgetForTheSameIsRefused() {
    BudgetDraft draft = new BudgetDraft("", "7000", "JPY", "50");
    set(tenant, draft);

    assertThatThrownBy(() -> set(tenant, draft)).hasMessageContaining("label");
  }

  @Test
  void anotherTenantsBudgetIsMissing() {
    set(tenant, new BudgetDraft("", "7000", "JPY", "50"));
    long id = as(tenant, p -> p.get(CostService.class).month("")).budgets().get(0).id();

    assertThatThrownBy(() -> remove(other, id)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> remove(other, 999_999_999L)).hasMessageContaining("NOT_FOUND");
    assertThat(as(other, p -> p.get(CostService.class).month("")).budgets()).isEmpty();
    remove(tenant, id);
    assertThat(as(tenant, p -> p.get(CostService.class).month("")).budgets()).isEmpty();
  }

  @Test
  void revenueIsTheSumOfChargesHoweverOftenItIsReckoned() {
    reckon("2026-02");
    reckon("2026-03");
    reckon("2026-03");

    FigureTable months = revenue(Figure.REVENUE_BY_MONTH);
    assertThat(months.lines()).extracting(Line::label).containsExactly("2026-02", "2026-03");
    assertThat(months.lines().get(0).value(0)).isEqualByComparingTo("50");
    assertThat(months.lines().get(1).value(0)).isEqualByComparingTo("420");
    FigureTable tenants = revenue(Figure.REVENUE_BY_TENANT);
    assertThat(tenants.lines()).hasSize(2);
    assertThat(tenants.lines().get(0).label()).startsWith("Cost");
    assertThat(tenants.lines().get(0).value(0)).isEqualByComparingTo("260");
    assertThat(tenants.lines().get(0).value(1)).isEqualByComparingTo("55.3");
    FigureTable forecast = revenue(Figure.FORECAST_BY_MONTH);
    assertThat(forecast.lines().get(0).value(0)).isEqualByComparingTo("14460");
    assertThat(forecast.lines().get(1).value(0)).isEqualByComparingTo("14400");
  }

  @Test
  void leasesThatBeganAndEndedAreCounted() {
    FigureTable leases = revenue(Figure.LEASES_BY_MONTH);

    assertThat(leases.lines().get(0).values())
        .extracting(String::valueOf)
        .containsExactly("1", "1", "0");
    assertThat(leases.lines().get(1).values())
        .extracting(String::valueOf)
        .containsExactly("2", "0", "2");
  }

  @Test
  void everyMonthSinceTheFirstHandOverIsReckonedOnce() {
    List<String> due = DATABASE.asPortal(p -> p.get(ReckoningService.class).listDue());
    due.forEach(CostIT::reckon);

    List<String> left = DATABASE.asPortal(p -> p.get(ReckoningService.class).listDue());
    assertThat(left).isEmpty();
  }

  @Test
  void billingStaffIsToldOfAMonthOnce() {
    books.member(Tenants.LENDER, "clerk", Role.LENDER_BILLING);
    books.member(Tenants.LENDER, "operator", Role.OPERATOR);

    reckon("2026-02");

    sendReport();
    sendReport();

    assertThat(mails())
        .extracting(MailRow::kind, MailRow::address)
        .containsExactly(tuple(MailKind.MONTHLY_REPORT, books.addressOf("clerk")));
  }

  private FigureTable revenue(Figure figure) {
    FiguresFilter filter = new FiguresFilter("2026-02", "2026-03", String.valueOf(books.offer), "");
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

  private static void reckon(String month) {
    DATABASE.asPortal(
        p -> {
          p.get(ReckoningService.class).reckon(month);
          return true;
        });
  }

  private static void sendReport() {
    DATABASE.asPortal(
        p -> {
          p.get(MonthlyReportService.class).send();
          return true;
        });
  }

  private void look() {
    DATABASE.asPortal(
        p -> {
          p.get(BudgetWatchService.class)
              .listTenants()
              .forEach(p.get(BudgetWatchService.class)::look);
          return true;
        });
  }

  private static void set(long whose, BudgetDraft draft) {
    as(
        whose,
        p -> {
          p.get(CostService.class).addBudget(draft);
          p.get(EntityManager.class).flush();
          return true;
        });
  }

  private static void remove(long whose, long id) {
    as(
        whose,
        p -> {
          p.get(CostService.class).removeBudget(id);
          return true;
        });
  }

  private List<MailRow> mails() {
    return DATABASE.as(
        Tenants.LENDER,
        Role.OPERATOR,
        p ->
            p.get(MailService.class)
                .list(new ListFilter<MailState>(books.mark(), Set.of()), PageRequest.first(100))
                .rows());
  }

  private static <T> T as(long whose, Function<Portal, T> work) {
    return DATABASE.as(whose, Role.TENANT_BILLING, work);
  }
}
