package org.yuzuri.portal.it;

import java.sql.SQLException;

/**
 * A tenant's invoice, written straight into the database, of a month that no run looks back to:
 * none corrects it, and nobody is reminded of it.
 */
final class InvoiceRow {

  private static final int YEAR = 2198;
  private static final int OTHERS = 100_000;

  private InvoiceRow() {}

  /** Its id; made when the tenant has none. */
  static long of(long tenant) throws SQLException {
    try (PortalTables tables = new PortalTables()) {
      long id =
          tables.number("select coalesce(min(id), 0) from invoice where tenant_id = " + tenant);
      return id > 0 ? id : make(tables, tenant, number(tenant), (int) tenant);
    }
  }

  /** Its number, which stands in each of its files. */
  static String number(long tenant) {
    return "%d-%06d".formatted(YEAR, tenant);
  }

  /**
   * Makes another one.
   *
   * @param nth of the tenant's others, from 1 to 9
   * @return its id
   */
  static long another(PortalTables tables, long tenant, int nth) throws SQLException {
    return make(tables, tenant, number(tenant, nth), nth * OTHERS + (int) tenant);
  }

  /** The number of another one. */
  static String number(long tenant, int nth) {
    return number(nth * OTHERS + tenant);
  }

  private static long make(PortalTables tables, long tenant, String number, int place)
      throws SQLException {
    long run =
        tables.insert(
            "insert into invoice_run (version, month, state, as_of, issuer_version, started_by,"
                + " started_name, issued_by, ended_at) values (0, '2020-02', 'ISSUED', %1$s, 0, 1,"
                + " '', '', %1$s)");
    long invoice =
        tables.insert(
            "insert into invoice (tenant_id, kind, number, series, year, place, run_id, reason,"
                + " month, zone, issued_at, issued_on, due_on, currency, net, tax, total, rounding,"
                + " line_count, tax_count, issuer_name, issuer_address, issuer_registration,"
                + " issuer_bank, issuer_terms, buyer_name, buyer_address, issued_by) select id,"
                + " 'INVOICE', ?, '', ?, ?, ?, '', '2020-02', 'Asia/Tokyo', %s, '2020-03-01',"
                + " '2198-03-31', 'JPY', 100, 10, 110, 'DOWN', 1, 1, 'Yuzuri', 'Tokyo',"
                + " 'T7000012050002', 'Bank', '', name, '', '' from tenant where id = ?",
            number, YEAR, place, run, tenant);
    tables.insert(
        "insert into invoice_line (tenant_id, invoice_id, position, kind, month, correction,"
            + " counts, server_name, used_from, used_until, quantity, unit, unit_price, net,"
            + " tax_category, percent) values (?, ?, 1, 'SERVER_TIME', '2020-02', false, false,"
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
