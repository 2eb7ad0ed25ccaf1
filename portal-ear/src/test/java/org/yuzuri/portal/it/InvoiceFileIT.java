package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An invoice's files: for its tenant, and for nobody else's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvoiceFileIT {

  @Test
  void tenantGetsItsInvoiceInEachFormAndAnotherTenantGetsNone() throws Exception {
    try (Rows own = new Rows("billed");
        Rows other = new Rows("not billed");
        PortalTables tables = new PortalTables()) {
      long invoice = invoice(tables, own.tenant());
      Visitor member = Visitor.loggedInAs("admin@billed", "alpha-secret");
      Visitor stranger = Visitor.loggedInAs("admin@not billed", "alpha-secret");
      assertTrue(other.tenant() != own.tenant());

      assertTrue(file(member, invoice, "pdf", 200).startsWith("%PDF-1."));
      assertTrue(file(member, invoice, "xml", 200).contains("2198-000001"));
      assertTrue(file(member, invoice, "csv", 200).contains("lent-17"));
      assertTrue(file(member, invoice, "exe", 422).contains("pdf, xml"));
      for (String format : List.of("pdf", "xml", "csv", "exe")) {
        String answer = file(stranger, invoice, format, 404);
        assertFalse(answer.contains("2198-000001"), answer);
        String nobodys = String.valueOf(invoice + 100_000);
        assertEquals(
            file(stranger, invoice + 100_000, format, 404),
            answer.replace(" " + invoice + ",", " " + nobodys + ","));
      }
      assertEquals(404, stranger.get("invoice/view.xhtml?id=" + invoice).statusCode());
      String page = member.get("invoice/view.xhtml?id=" + invoice).body();
      assertTrue(page.contains("format=pdf"), page);
    }
  }

  private static String file(Visitor visitor, long invoice, String format, int status)
      throws Exception {
    HttpResponse<String> answer = visitor.get("invoice/file?id=" + invoice + "&format=" + format);
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static long invoice(PortalTables tables, long tenant) throws SQLException {
    long run =
        tables.insert(
            "insert into invoice_run (version, month, state, as_of, issuer_version, started_by,"
                + " started_name, issued_by, ended_at) values (0, '2026-02', 'ISSUED', %1$s, 0, 1,"
                + " '', '', %1$s)");
    long invoice =
        tables.insert(
            "insert into invoice (tenant_id, kind, number, series, year, place, run_id, reason,"
                + " month, zone, issued_at, issued_on, due_on, currency, net, tax, total, rounding,"
                + " line_count, tax_count, issuer_name, issuer_address, issuer_registration,"
                + " issuer_bank, issuer_terms, buyer_name, buyer_address, issued_by) values (?,"
                + " 'INVOICE', '2198-000001', '', 2198, 1, ?, '', '2026-02', 'Asia/Tokyo', %s,"
                + " '2026-03-01', '2198-03-31', 'JPY', 100, 10, 110, 'DOWN', 1, 1, 'Yuzuri',"
                + " 'Tokyo', 'T7000012050002', 'Bank', '', 'billed', '', '')",
            tenant, run);
    tables.insert(
        "insert into invoice_line (tenant_id, invoice_id, position, kind, month, correction,"
            + " counts, server_name, used_from, used_until, quantity, unit, unit_price, net,"
            + " tax_category, percent) values (?, ?, 1, 'SERVER_TIME', '2026-02', false, true,"
            + " 'lent-17', %1$s, %1$s, 1, 'HOUR', 100, 100, 'STANDARD', 10)",
        tenant, invoice);
    tables.insert(
        "insert into invoice_tax (tenant_id, invoice_id, position, tax_category, percent, net, tax)"
            + " values (?, ?, 1, 'STANDARD', 10, 100, 10)",
        tenant,
        invoice);
    tables.insert(
        "insert into invoice_balance (invoice_id, tenant_id, version, state, paid, credited,"
            + " reminders) values (?, ?, 0, 'OPEN', 0, 0, 0)",
        invoice,
        tenant);
    return invoice;
  }
}
