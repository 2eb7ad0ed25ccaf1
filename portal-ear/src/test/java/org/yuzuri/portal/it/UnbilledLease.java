package org.yuzuri.portal.it;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A lease of ten hours, 100 JPY each, that a tenant had in a month, and that became known after its
 * invoices of that month: written straight into the database, metered already.
 *
 * @param month the last one that is over and was billed
 * @param server its name
 * @param before what the tenant was billed for the month before, in JPY without tax
 */
record UnbilledLease(YearMonth month, String server, long before) {

  static final int NET = 1000;
  static final int TAX = 100;
  static final int TOTAL = NET + TAX;

  private static final int HOURS = 10;
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  /** Writes it, for a tenant that has had leases. */
  static UnbilledLease of(String tenant, PortalTables tables) throws SQLException {
    long id = tables.number("select id from tenant where name = '" + tenant + "'");
    long number =
        tables.number("select max(replace(month, '-', '') + 0) from invoice_run"); // as 202611
    YearMonth month = YearMonth.of((int) number / 100, (int) number % 100);
    Instant from = month.atDay(5).atStartOfDay(ZONE).toInstant();
    long lease =
        tables.insert(
            "insert into lease (version, tenant_id, order_id, server_id, gateway_id, state,"
                + " state_since, created_at, handed_over_at, cut_off_at, per_unit, currency,"
                + " price_unit, virtual_address) select 0, tenant_id, order_id, server_id,"
                + " gateway_id, 'CLOSED', ?, ?, ?, ?, 100, 'JPY', 'HOUR', '10.0.0.2' from lease"
                + " where tenant_id = ? and handed_over_at is not null order by id limit 1",
            at(from, HOURS),
            at(from, 0),
            at(from, 0),
            at(from, HOURS),
            id);
    for (int hour = 0; hour < HOURS; hour++) {
      tables.insert(
          "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at)"
              + " values (?, ?, 'SERVER_TIME', ?, 0, 1, %s)",
          id, lease, at(from, hour));
    }
    tables.insert(
        "insert into usage_meter (lease_id, metered_until) values (?, ?)",
        lease,
        at(from, HOURS + 1));
    long before =
        tables.number(
            "select coalesce(sum(net), 0) from invoice where run_id is not null and tenant_id = "
                + id
                + " and month = '"
                + month.minusMonths(1)
                + "'");
    return new UnbilledLease(month, serverOf(tenant, tables), before);
  }

  /** So many usage records there are of its month, of everybody. */
  long recordsOfTheMonth(PortalTables tables) throws SQLException {
    return tables.number(
        "select count(*) from usage_record where hour >= '"
            + at(month.atDay(1).atStartOfDay(ZONE).toInstant(), 0)
            + "' and hour < '"
            + at(month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant(), 0)
            + "'");
  }

  /** The first server that a tenant had in the half year. */
  static String serverOf(String tenant, PortalTables tables) throws SQLException {
    return "history-"
        + tables.number(
            "select substr(s.name, 9) from server s join lease l on l.server_id = s.id"
                + " join tenant t on t.id = l.tenant_id where t.name = '"
                + tenant
                + "' order by l.id limit 1");
  }

  private static String at(Instant from, int hours) {
    return LocalDateTime.ofInstant(from.plusSeconds(3600L * hours), ZoneOffset.UTC)
        .toString()
        .replace('T', ' ');
  }
}
