package org.yuzuri.portal.invoice.run;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.BillingWorld;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

/**
 * What two years have left that lie before all that the run of {@link BilledMonthFiller#MONTH}
 * looks back at: usage of the same leases, a document of each tenant in each month, which is paid,
 * and revenue.
 */
final class YearsBefore {

  private static final int NEWEST = 13;
  private static final int MONTHS = 24;

  /** About as many as a tenant's document of the month that is billed has. */
  private static final int LINES = 20;

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final PortalDatabase database;

  YearsBefore(PortalDatabase database) {
    this.database = database;
  }

  void write(List<Long> tenants) throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      String months =
          " cross join (with recursive month as (select "
              + NEWEST
              + " k union all select k + 1 from month where k < "
              + (NEWEST + MONTHS - 1)
              + ") select k from month) m";
      // Of 31 days each, so that no record of the month meets another one's place.
      sql.execute(
          "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at)"
              + " select tenant_id, lease_id, kind, hour - interval 31 * k day, 0, pieces,"
              + " recorded_at - interval 31 * k day from usage_record"
              + months
              + " where id mod 2 = 0");
      sql.execute(
          "insert into revenue (month, tenant_id, offer_id, kind, net, currency) select"
              + " date_format(date '2026-01-01' - interval k month, '%Y-%m'), t.id, o.id, 'USED',"
              + " 100, 'JPY' from tenant t cross join offer o cross join (with recursive part as"
              + " (select 1 n union all select n + 1 from part where n < 10) select n from part) p"
              + months);
      sql.execute("analyze table usage_record, revenue");
    }
    BillingWorld world = new BillingWorld(database);
    for (int month = NEWEST; month < NEWEST + MONTHS; month++) {
      YearMonth billed = BilledMonthFiller.MONTH.minusMonths(month);
      long run = world.newRun();
      tenants.forEach(tenant -> world.issued(invoice(tenant, run, billed)));
    }
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      sql.execute(
          "insert into invoice_run_item (run_id, tenant_id, version, currency, state, line_count,"
              + " net, tax, before_net, invoice_id, problem) select run_id, tenant_id, 1, currency,"
              + " 'ISSUED', line_count, net, tax, 0, id, '' from invoice");
      sql.execute(
          "update invoice_balance b join invoice i on i.id = b.invoice_id set b.state = 'SETTLED',"
              + " b.paid = i.total, b.next_look = null");
      sql.execute(
          "analyze table invoice, invoice_line, invoice_balance, invoice_run, invoice_run_item");
    }
  }

  private static InvoiceDraft invoice(long tenant, long run, YearMonth month) {
    return new InvoiceDraft(
        tenant,
        InvoiceKind.INVOICE,
        run,
        null,
        "",
        month,
        TOKYO,
        LocalDate.of(2026, 3, 31),
        Currency.getInstance("JPY"),
        Rounding.DOWN,
        Drafts.PARTIES,
        LongStream.rangeClosed(1, LINES).mapToObj(lease -> line(month, lease)).toList());
  }

  private static LineDraft line(YearMonth month, long lease) {
    Money net = Money.of("100", "JPY");
    return new LineDraft(
        ChargeKind.SERVER_TIME,
        month,
        false,
        true,
        lease,
        "bench-" + lease,
        1L,
        "Small",
        month.atDay(1).atStartOfDay(TOKYO).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(TOKYO).toInstant(),
        BigDecimal.ONE,
        ChargeUnit.MONTH,
        net,
        net,
        TaxCategory.STANDARD,
        BigDecimal.TEN);
  }
}
