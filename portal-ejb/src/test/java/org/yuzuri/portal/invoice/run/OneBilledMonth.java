package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.invoice.IssuedFiles;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * A month of 12 tenants with 120 leases over real usage, filled once for the tests of a JVM, and
 * what has to be so of its documents whenever a run of it was broken off.
 */
final class OneBilledMonth {

  static final int TENANTS = 12;

  private static final int LEASES_OF_A_TENANT = 10;

  private static @Nullable OneBilledMonth filled;

  final PortalDatabase database = PortalDatabase.own();
  private final List<Charge> charged;
  private long auditedBefore;

  private OneBilledMonth() throws SQLException {
    new BilledMonthFiller(database, TENANTS * LEASES_OF_A_TENANT, LEASES_OF_A_TENANT).fill();
    charged =
        database
            .asPortal(
                w ->
                    w.get(Charges.class).ofAll(BilledMonthFiller.MONTH, database.clock().instant()))
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    assertThat(owed()).hasSize(TENANTS);
  }

  /** The month, of which nothing is billed. */
  static synchronized OneBilledMonth unbilled() throws SQLException {
    OneBilledMonth month = filled == null ? new OneBilledMonth() : filled;
    filled = month;
    month.forget();
    return month;
  }

  /** Only who owns the schema can forget what was billed. */
  private void forget() throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      sql.execute("set foreign_key_checks = 0");
      for (String table :
          List.of(
              "invoice_line",
              "invoice_tax",
              "invoice_balance",
              "invoice",
              "invoice_run_item",
              "invoice_run",
              "invoice_number",
              "mail")) {
        sql.execute("truncate table " + table);
      }
      sql.execute("insert into invoice_number values ('', 2026, 0), ('CN', 2026, 0)");
    }
    auditedBefore = audited();
  }

  /** So many lines its documents will have together. */
  long lines() {
    return charged.stream().filter(charge -> charge.net().amount().signum() != 0).count();
  }

  long issued() {
    return database.number("select count(*) from invoice");
  }

  private long audited() {
    return database.number("select count(*) from audit_entry where action = 'invoice.issue'");
  }

  private Map<Long, Money> owed() {
    Map<Long, Money> owed = new TreeMap<>();
    charged.forEach(charge -> owed.merge(charge.tenantId(), charge.net(), Money::plus));
    return owed;
  }

  /** Whatever was written of a document was written whole, and its number given once. */
  void assertHalfOfNothing() {
    assertNone(
        "select count(*) from invoice i where i.net <> (select coalesce(sum(l.net), 0) from"
            + " invoice_line l where l.invoice_id = i.id) or i.line_count <> (select count(*) from"
            + " invoice_line l where l.invoice_id = i.id) or i.tax <> (select coalesce(sum(t.tax),"
            + " 0) from invoice_tax t where t.invoice_id = i.id) or not exists (select 1 from"
            + " invoice_balance b where b.invoice_id = i.id)");
    assertNone(
        "select count(*) from invoice i where not exists (select 1 from invoice_run_item m where"
            + " m.invoice_id = i.id and m.state = 'ISSUED' and m.tenant_id = i.tenant_id)");
    assertNone(
        "select count(*) from invoice_number n where n.series = '' and n.year = 2026 and"
            + " n.last_number <> (select count(*) from invoice i where i.series = '' and i.year ="
            + " 2026) or n.last_number < (select coalesce(max(place), 0) from invoice i where"
            + " i.series = n.series and i.year = n.year)");
    assertThat(database.number("select count(*) from mail where mail_key like 'invoice%'"))
        .isEqualTo(issued());
    assertThat(audited() - auditedBefore).isEqualTo(issued());
  }

  void assertEverybodyIsBilledOnce() {
    assertHalfOfNothing();
    List<InvoiceSummary> issued =
        database.asPortal(
            w ->
                w.get(Invoices.class).issued(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    assertThat(issued).hasSize(TENANTS);
    Map<Long, Money> billed = new TreeMap<>();
    issued.forEach(each -> billed.merge(each.tenantId(), each.net(), Money::plus));
    assertThat(billed).isEqualTo(owed());
    assertThat(issued.stream().map(InvoiceSummary::number).sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, TENANTS).mapToObj("2026-%06d"::formatted).toList());
    assertThat(database.number("select count(distinct lease_id) from invoice_line"))
        .isEqualTo((long) TENANTS * LEASES_OF_A_TENANT);
    assertThat(database.number("select count(*) from invoice_line")).isEqualTo(lines());
    assertThat(issued).allSatisfy(each -> assertThat(each.net().amount()).isPositive());
    assertNone(
        "select count(*) from invoice_run_item m join invoice_run r on r.id = m.run_id where"
            + " r.state = 'ISSUED' and m.state <> 'ISSUED'");
    assertNone("select count(*) from invoice_run where open_slot is not null");
    owed().keySet().forEach(tenant -> IssuedFiles.breakNoRule(database, tenant));
  }

  private void assertNone(String count) {
    assertThat(database.number(count)).as(count).isZero();
  }
}
