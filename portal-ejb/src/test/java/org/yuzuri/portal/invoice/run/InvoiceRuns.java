package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.invoice.IssuedFiles;
import org.yuzuri.portal.invoice.issuer.DueRule;
import org.yuzuri.portal.invoice.issuer.IssuerDraft;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.Charges;
import org.yuzuri.portal.usage.charge.NotCharged;

/** Runs on a real database, over charges that are written down. */
abstract class InvoiceRuns {

  private static final PortalDatabase SHARED = PortalDatabase.shared();
  static final YearMonth MONTH = YearMonth.of(2026, 1);

  /** Of all tests: what one has billed, the next one is not to take back. */
  private static final ScriptedCharges CHARGES = new ScriptedCharges();

  final ScriptedCharges charges = CHARGES;
  final List<Long> tenants = new ArrayList<>();
  final PortalDatabase database = SHARED.with(Portal.standIn(Charges.class, charges));
  final Instant begin = SHARED.clock().instant();

  @BeforeEach
  void enterIssuer() {
    issuer("柚利データセンター株式会社", "T7000012050002");
  }

  @AfterEach
  void leaveNoRunOpen() {
    lender(
        w -> {
          InvoiceRunService runs = w.get(InvoiceRunService.class);
          runs.newest().filter(RunView::isInReview).ifPresent(run -> runs.callOff(run.id()));
          return true;
        });
    tenants.forEach(tenant -> IssuedFiles.breakNoRule(database, tenant));
    tenants.stream()
        .filter(tenant -> issued(tenant).isEmpty())
        .forEach(tenant -> charges.set(tenant, MONTH));
  }

  long charged(int hours, String price) {
    long tenant = database.newTenant("Run");
    charges.set(tenant, MONTH, hours(tenant, hours, price));
    tenants.add(tenant);
    return tenant;
  }

  /** Lets a run go. */
  void issue(long run) {
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
  }

  long start() {
    return lender(w -> w.get(InvoiceRunService.class).start(MONTH));
  }

  void issueAll() {
    long run = start();
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
    work();
  }

  /** What the timer does. */
  void work() {
    for (Long item : waiting()) {
      portal(
          w -> {
            w.get(IssuingService.class).issue(item);
            return true;
          });
    }
    portal(w -> w.get(IssuingService.class).finish());
  }

  List<Long> waiting() {
    return portal(w -> w.get(IssuingService.class).listWaiting(1000));
  }

  RunView newest() {
    return lender(w -> w.get(InvoiceRunService.class).newest()).orElseThrow();
  }

  List<RunView.Item> items(long run) {
    assertThat(newest().id()).isEqualTo(run);
    return newest().items();
  }

  List<InvoiceSummary> issued(long tenant) {
    return portal(
        w ->
            w.get(Invoices.class).issued(begin, Instant.parse("2999-01-01T00:00:00Z")).stream()
                .filter(each -> each.tenantId() == tenant)
                .toList());
  }

  Money sum(long tenant) {
    return issued(tenant).stream().map(InvoiceSummary::net).reduce(yen("0"), Money::plus);
  }

  /** Places of each series are 1, 2, 3 and so on up to the last that was given. */
  void assertNoGaps() {
    List<Object[]> series =
        rows(
            "select n.series, n.last_number, count(i.id), coalesce(max(i.place), 0)"
                + " from invoice_number n left join invoice i on i.series = n.series"
                + " and i.year = n.year where n.year = 2026 group by n.series, n.last_number");
    for (Object[] each : series) {
      long last = ((Number) each[1]).longValue();
      assertThat(LongStream.of(((Number) each[2]).longValue(), ((Number) each[3]).longValue()))
          .containsOnly(last);
    }
  }

  void assertEveryDocumentIsItsLines() {
    assertThat(
            rows(
                "select i.number, i.net from invoice i where i.net <> (select sum(l.net) from"
                    + " invoice_line l where l.invoice_id = i.id) or i.tax <> (select sum(t.tax)"
                    + " from invoice_tax t where t.invoice_id = i.id) or i.line_count <> (select"
                    + " count(*) from invoice_line l where l.invoice_id = i.id)"))
        .isEmpty();
  }

  @SuppressWarnings("unchecked") // Hibernate gives rows of a native query without their type
  List<Object[]> rows(String sql) {
    return portal(w -> w.get(EntityManager.class).createNativeQuery(sql).getResultList());
  }

  static List<String> atOnce(Supplier<String> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(
                () -> {
                  together.await(30, TimeUnit.SECONDS);
                  try {
                    return work.get();
                  } catch (ProblemException refused) {
                    return refused.getMessage();
                  }
                }));
      }
      List<String> results = new ArrayList<>();
      for (Future<String> each : both) {
        results.add(each.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  void issuer(String name, String registration) {
    portal(
        w -> {
          IssuerService issuers = w.get(IssuerService.class);
          issuers.change(
              issuers.view().version(),
              new IssuerDraft(
                  name,
                  "東京都千代田区霞が関3-1-1",
                  registration,
                  "Example Bank 1234567",
                  "",
                  DueRule.END_OF_NEXT_MONTH,
                  Rounding.DOWN));
          return true;
        });
  }

  static Charge hours(long tenant, int hours, String price) {
    return hours(tenant, hours, yen(price));
  }

  static Charge hours(long tenant, int hours, Money price) {
    return new Charge(
        ChargeKind.SERVER_TIME,
        tenant,
        tenant,
        "lent-" + tenant,
        1L,
        "Small",
        Instant.parse("2025-12-31T15:00:00Z"),
        Instant.parse("2026-01-31T15:00:00Z"),
        BigDecimal.valueOf(hours),
        ChargeUnit.HOUR,
        price,
        price.times(hours),
        TaxCategory.STANDARD,
        BigDecimal.TEN,
        NotCharged.NOTHING);
  }

  static Money yen(String amount) {
    return Money.of(amount, "JPY");
  }

  <T> T portal(Function<Portal, T> work) {
    return database.asPortal(work);
  }

  <T> T lender(Function<Portal, T> work) {
    return database.as(Tenants.LENDER, Role.LENDER_ADMIN, work);
  }
}
