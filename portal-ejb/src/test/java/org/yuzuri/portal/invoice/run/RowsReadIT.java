package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.invoice.BilledLines;
import org.yuzuri.portal.invoice.dunning.DunningService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.cost.CostService;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.revenue.ReckoningService;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.record.UsageMeter;

/**
 * Rows that MariaDB reads for a month of 12 tenants: for a run, what was billed, the run's page,
 * the sums of reports, the pages of revenue, usage and a tenant's costs, and what timers look for.
 * What years before have left is not read, nor is what one tenant used read for another one.
 */
class RowsReadIT {

  /** A few more, where an index is entered beside another row; documents of before are more. */
  private static final long BESIDE = 100;

  private static final int PAGE = 25;
  private static final int MANY = 1000;

  private static final String COSTS = "page of costs";
  private static final String LINES = "lines that are billed";
  private static final String NETS = "nets that are billed";
  private static final String NEWEST = "newest invoice of a tenant";
  private static final String LEASE_USE = "use of a lease";

  /** One that is over, and wholly written down: the product finds nothing that is missing. */
  private static final long LEASE = 100_003;

  /** Of them MariaDB chooses its indices by what it knows of their rows. */
  private static final List<String> TABLES =
      List.of(
          "usage_record",
          "lease",
          "revenue",
          "invoice",
          "invoice_line",
          "invoice_balance",
          "invoice_run",
          "invoice_run_item");

  private OneBilledMonth month = OneBilledMonth.unbilled();

  RowsReadIT() throws SQLException {}

  @Test
  void yearsBeforeAreNotRead() throws SQLException {
    List<Long> tenants = tenants();
    long records = month.database.number("select count(*) from usage_record");
    knowAllPages();
    Map<String, Long> before = read(tenants.get(0));

    month = OneBilledMonth.unbilled();
    new YearsBefore(month.database).write(tenants);
    Map<String, Long> after = read(tenants.get(0));

    assertThat(month.database.number("select count(*) from usage_record"))
        .isGreaterThan(10 * records);
    before.forEach(
        (what, rows) ->
            assertThat(after.get(what)).as(what).isLessThan(rows + more(what, records)));
    assertRead(
        LINES,
        before,
        without(
            "invoice_line",
            "drop key invoice_line_month",
            "add key invoice_line_month (month, tenant_id)",
            RowsReadIT::billedLines));
    assertRead(
        NETS,
        before,
        without(
            "invoice",
            "drop key invoice_month",
            "add key invoice_month (month, run_id)",
            RowsReadIT::billedNets));
    assertRead(
        NEWEST,
        before,
        without(
            "invoice",
            "drop foreign key invoice_of_tenant, drop key invoice_tenant",
            "add key invoice_tenant (tenant_id, issued_on), add constraint invoice_of_tenant"
                + " foreign key (tenant_id) references tenant (id)",
            w -> newest(w, tenants.get(0))));
    assertRead(
        LEASE_USE,
        before,
        without(
            "usage_record",
            "add key instead (lease_id), drop key usage_record_lease",
            "add key usage_record_lease (lease_id, kind, hour), drop key instead",
            RowsReadIT::useOfALease));
  }

  /** A read whose index is not there shows. */
  private static void assertRead(String what, Map<String, Long> before, long rows) {
    assertThat(rows)
        .as(what + ", without its index")
        .isGreaterThanOrEqualTo(before.get(what) + BESIDE);
  }

  /** Rows of a read while an index is not there. */
  private long without(String table, String drop, String add, Consumer<Portal> read)
      throws SQLException {
    owner("alter table " + table + " " + drop);
    try {
      look();
      return portal(read);
    } finally {
      owner("alter table " + table + " " + add);
    }
  }

  /** Otherwise it looks at twenty pages of each, now and then, whenever many rows were written. */
  private void knowAllPages() throws SQLException {
    for (String table : TABLES) {
      owner("alter table " + table + " stats_auto_recalc = 0, stats_sample_pages = 65535");
    }
  }

  private void look() throws SQLException {
    owner("analyze table " + String.join(", ", TABLES));
  }

  private void owner(String change) throws SQLException {
    try (Connection connection = month.database.connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute(change);
    }
  }

  /**
   * So many more are none of years before, which have ten times as many: MariaDB may go over the
   * month's own once more, by another index or for its sums.
   */
  private static long more(String what, long records) {
    return switch (what) {
      case "review", "issue", "sums of the month" -> 2 * records;
      case COSTS -> 2 * records / OneBilledMonth.TENANTS;
      default -> BESIDE;
    };
  }

  private List<Long> tenants() {
    return month.database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "select distinct l.tenantId from Lease l where l.id >= 100000", Long.class)
                .getResultList());
  }

  /** Rows by what reads them. */
  private Map<String, Long> read(long tenant) throws SQLException {
    RunClerk clerk = new RunClerk(month.database);
    Map<String, Long> rows = new LinkedHashMap<>();
    look();
    rows.put("review", rows(clerk::start));
    clerk.prepare();
    look();
    rows.put("issue", rows(clerk::takeUp));
    look();
    rows.put("page of runs", rows(clerk::newest));
    rows.put(LINES, portal(RowsReadIT::billedLines));
    rows.put(NETS, portal(RowsReadIT::billedNets));
    rows.put("items to issue", portal(w -> w.get(IssuingService.class).listWaiting(MANY)));
    rows.put("invoices to look at", portal(w -> w.get(DunningService.class).listDue(MANY)));
    rows.put(NEWEST, portal(w -> newest(w, tenant)));
    rows.put(LEASE_USE, portal(RowsReadIT::useOfALease));
    rows.put("page of usage", portal(RowsReadIT::pageOfUsage));
    rows.put("sums of the month", rows(() -> reckon("2026-01")));
    rows.put("what is foreseen", rows(() -> reckon("2026-03")));
    rows.put(
        "page of revenue",
        portal(w -> w.get(FiguresService.class).page(Figure.Page.REVENUE, FiguresFilter.none())));
    rows.put(
        COSTS,
        rows(
            () ->
                month.database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w -> w.get(CostService.class).month(BilledMonthFiller.MONTH.toString()))));
    return rows;
  }

  /** What a run compares its month with, once it knows what was used. */
  private static void billedLines(Portal portal) {
    portal.get(BilledLines.class).ofMonth(null, BilledMonthFiller.MONTH);
  }

  private static void billedNets(Portal portal) {
    portal.get(BilledLines.class).nets(BilledMonthFiller.MONTH);
  }

  /** What a credit note of a run refers to. */
  private static void newest(Portal portal, long tenant) {
    portal.get(BilledLines.class).newest(tenant, Currency.getInstance("JPY"));
  }

  /** Something of its month became known late. */
  private static void useOfALease(Portal portal) {
    portal
        .get(EntityManager.class)
        .find(UsageMeter.class, LEASE)
        .lookAgainFrom(BilledMonthFiller.MONTH.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    portal.get(MeteringService.class).write(LEASE);
  }

  /** Its first page, and how many there are. */
  private static void pageOfUsage(Portal portal) {
    portal
        .get(UsageService.class)
        .list(
            BilledMonthFiller.MONTH.toString(),
            ListFilter.<UsageKind>none(),
            PageRequest.first(PAGE));
  }

  private void reckon(String reckoned) {
    does(w -> w.get(ReckoningService.class).reckon(reckoned));
  }

  private long portal(Consumer<Portal> work) throws SQLException {
    return rows(() -> does(work));
  }

  private void does(Consumer<Portal> work) {
    month.database.asPortal(
        w -> {
          work.accept(w);
          return true;
        });
  }

  private long rows(Runnable work) throws SQLException {
    long before = handled();
    work.run();
    return handled() - before;
  }

  /** Rows that were read, and entries of an index that were looked at and were of no row. */
  private long handled() throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Connection connection = month.database.connect();
        Statement sql = connection.createStatement();
        ResultSet status =
            sql.executeQuery(
                "show global status where variable_name like 'Handler_read%' or variable_name like"
                    + " 'Handler_icp%'")) {
      while (status.next()) {
        counts.put(status.getString(1), status.getLong(2));
      }
    }
    return counts.values().stream().mapToLong(Long::longValue).sum()
        - 2 * counts.get("Handler_icp_match");
  }
}
