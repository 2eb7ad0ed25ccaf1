package org.yuzuri.portal.invoice.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.invoice.BillingWorld;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.reporting.Books;
import org.yuzuri.portal.usage.MeteringService;

/**
 * Writes a month of leases as the product's own metering does, in few statements: of ten leases
 * four by the hour, five by the day and one by shares of a month; every tenth has traffic in every
 * hour; every fifth began and ended in the month. Each tenant has a contract.
 */
final class BilledMonthFiller {

  static final YearMonth MONTH = YearMonth.of(2026, 1);

  private static final int CHECKED = 40;
  private static final String BEGIN = "timestamp '2025-12-31 15:00:00'";
  private static final String END = "timestamp '2026-01-31 15:00:00'";
  private static final String HOURS = "with recursive hour as (select 0 k union all select k + 1";

  private final PortalDatabase database;
  private final int leases;
  private final int ofATenant;

  BilledMonthFiller(PortalDatabase database, int leases, int ofATenant) {
    this.database = database;
    this.leases = leases;
    this.ofATenant = ofATenant;
  }

  /**
   * Fills the database, then has the product meter leases of it.
   *
   * @throws IllegalStateException the product would have written something else
   */
  void fill() throws SQLException {
    new BillingWorld(database).enterIssuer("柚利データセンター株式会社", "T7000012050002");
    Books books = new Books(database, "10");
    long server = books.server("like", "LEASED", database.clock().instant());
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      sql.execute("set max_recursive_iterations = 1000000");
      sql.execute("set time_zone = '+00:00'");
      dropTriggersOfUpdates(sql);
      sql.execute("create temporary table bench_tenant (k int primary key, id bigint)");
      addTenants(owner);
      sql.execute(
          "create temporary table bench_lease (n int primary key, tenant_id bigint) "
              + numbers(leases)
              + " select number.k n, t.id tenant_id from number join bench_tenant t on t.k ="
              + " number.k div "
              + ofATenant);
      addLeases(sql, server);
      sql.execute("set unique_checks = 0");
      sql.execute("set foreign_key_checks = 0");
      sql.execute("set sort_buffer_size = 268435456");
      addUsage(sql);
      sql.execute("analyze table usage_record, lease, purchase_order, server, contract");
    }
    check();
  }

  /**
   * MariaDB 11.4 refuses to insert many rows of a query into a table with a trigger of whatever
   * kind: "Column ... cannot be null".
   */
  private static void dropTriggersOfUpdates(Statement sql) throws SQLException {
    List<String> triggers = new ArrayList<>();
    try (ResultSet found =
        sql.executeQuery(
            "select trigger_name from information_schema.triggers where trigger_schema ="
                + " database() and event_manipulation <> 'INSERT' and event_object_table in"
                + " ('server', 'purchase_order', 'lease', 'usage_meter', 'usage_record')")) {
      while (found.next()) {
        triggers.add(found.getString(1));
      }
    }
    for (String trigger : triggers) {
      sql.execute("drop trigger " + trigger);
    }
  }

  private void addTenants(Connection owner) throws SQLException {
    BillingWorld world = new BillingWorld(database);
    for (int k = 0; k * ofATenant < leases; k++) {
      long tenant = database.newTenant("Bench");
      world.addBillingMember(tenant);
      run(owner, "insert into bench_tenant values (?, ?)", k, tenant);
      for (int number = 1; number <= 2; number++) {
        run(
            owner,
            "insert into contract (tenant_id, number, from_month, discount, tax_category, currency,"
                + " note, set_at, set_by) values (?, ?, ?, 5, 'STANDARD', 'JPY', '',"
                + " utc_timestamp(6), 'bench')",
            tenant,
            number,
            "2025-" + (10 + number) + "-01");
      }
    }
  }

  /** Servers like this one, an order of its own for each lease; ids of all begin at 100000. */
  private static void addLeases(Statement sql, long server) throws SQLException {
    sql.execute(
        "insert into server (id, version, offer_id, agent_id, name, state, state_since, generation,"
            + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
            + " bmc_address, bmc_user, bmc_password) select 100000 + n, 0, offer_id, agent_id,"
            + " concat('bench-', n), state, state_since, 0, 100000 + n, concat('06:00:01:',"
            + " hex(n div 65536), ':', hex(n div 256 mod 256), ':', hex(n mod 256)), concat('10.',"
            + " n div 65536, '.', n div 256 mod 256, '.', n mod 256, '/8'), boot_mode, console,"
            + " cpu_count, memory_mib, bmc_address, bmc_user, bmc_password from bench_lease"
            + " join server s on s.id = "
            + server);
    sql.execute(
        "insert into purchase_order (id, version, tenant_id, offer_id, image_id,"
            + " settings_version_id, gateway_id, server_count, state, state_since, placed_at,"
            + " placed_by) select 100000 + n, 0, tenant_id, (select max(id) from offer), 1, 1, 1,"
            + " 1, 'FULFILLED', "
            + BEGIN
            + ", "
            + BEGIN
            + ", 'bench' from bench_lease");
    sql.execute(
        "insert into lease (id, version, tenant_id, order_id, server_id, gateway_id, state,"
            + " state_since, created_at, handed_over_at, cut_off_at, active_server_id, per_unit,"
            + " currency, price_unit, part_of_month, set_up_fee, traffic_per_gb, included_gb,"
            + " virtual_address) select 100000 + n, 0, tenant_id, 100000 + n, 100000 + n, 1,"
            + " if(n mod 5 = 3, 'CLOSED', 'ACTIVE'), handed_over, handed_over, handed_over,"
            + " if(n mod 5 = 3, handed_over + interval 9 day, null),"
            + " if(n mod 5 = 3, null, 100000 + n), if(n mod 10 = 9, 30000, 12.5), 'JPY',"
            + " if(n mod 10 < 4, 'HOUR', if(n mod 10 < 9, 'DAY', 'MONTH')),"
            + " if(n mod 10 = 9, 'STARTED_DAYS', 'WHOLE'), 500, if(n mod 10 = 0, 7.5, null), 0,"
            + " '10.0.0.1' from (select n, tenant_id, "
            + BEGIN
            + " + interval if(n mod 5 = 3, 3 + n mod 15, -40) day + interval if(n mod 10 = 9, 0, n mod 60) minute"
            + " handed_over from bench_lease) l");
    sql.execute(
        "insert into usage_meter (lease_id, metered_until) select 100000 + n, if(n mod 5 = 3,"
            + " date_format(handed_over_at, '%Y-%m-%d %H:00:00'), "
            + END
            + ") from bench_lease join lease on id = 100000 + n");
  }

  /** By the hour, as the product writes it: not one lease after the other. */
  private static void addUsage(Statement sql) throws SQLException {
    String add =
        "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at) "
            + HOURS
            + " from hour where k < 743), used as (select l.id, l.tenant_id, l.price_unit,"
            + " l.traffic_per_gb, l.handed_over_at, l.cut_off_at, timestampadd(hour, k, "
            + BEGIN
            + ") at from hour join lease l on timestampadd(hour, k + 1, "
            + BEGIN
            + ") > l.handed_over_at and (l.cut_off_at is null or timestampadd(hour, k, "
            + BEGIN
            + ") < l.cut_off_at) where l.id >= 100000), kinds as (";
    sql.execute(
        add
            + """
            select tenant_id, id, 'SERVER_TIME' kind, at, 1 pieces from used
              where timestampadd(minute, minute(handed_over_at), at)
                  < coalesce(cut_off_at, at + interval 1 day)
                and (price_unit = 'HOUR' or hour(at) = hour(handed_over_at))
            union all select tenant_id, id, 'SETUP', at, 1 from used where at <= handed_over_at
            union all select tenant_id, id, 'TRAFFIC_SENT', at, 40000000 + id mod 1000
              from used where traffic_per_gb is not null
            union all select tenant_id, id, 'TRAFFIC_RECEIVED', at, 30000000 + id mod 1000
              from used where traffic_per_gb is not null)
            select tenant_id, id, kind, at, 0, pieces, at + interval 1 hour from kinds
              order by at, id
            """);
  }

  /**
   * Leases of the month without traffic: metered again, nothing is missing and nothing too much.
   */
  private void check() {
    List<Long> ours = new ArrayList<>();
    for (int n = 3; n < leases && ours.size() < CHECKED; n += 5) {
      ours.add(100_000L + n);
    }
    String count = "select count(*) from usage_record";
    long before = database.number(count);
    ours.forEach(
        lease ->
            database.asPortal(
                portal -> {
                  portal.get(MeteringService.class).write(lease);
                  return true;
                }));
    long more = database.number(count) - before;
    if (more != 0) {
      throw new IllegalStateException(
          "the product would have written "
              + more
              + " other records of "
              + ours.size()
              + " leases: not what is to be measured");
    }
  }

  private static String numbers(int count) {
    return "with recursive number as (select 0 k union all select k + 1 from number where k < "
        + (count - 1)
        + ")";
  }

  private static void run(Connection owner, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
