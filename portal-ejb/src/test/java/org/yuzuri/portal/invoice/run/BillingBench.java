package org.yuzuri.portal.invoice.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;

/**
 * Measures the run that bills a month, as {@code bench/billing} asks it to: {@code BillingBench
 * RESULTS ROUNDS LEASES...}. Each number of leases has a MariaDB of its own; rounds go over all of
 * them, one that is not counted first. RESULTS gets a line of JSON for each.
 */
public final class BillingBench {

  private static final int LEASES_OF_A_TENANT = 25;
  private static final double NANOS = 1e9;
  private static final double MIB = 1024.0 * 1024;

  private final Path results;
  private final Map<Integer, PortalDatabase> databases = new LinkedHashMap<>();

  private BillingBench(Path results) {
    this.results = results;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    BillingBench bench = new BillingBench(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    for (String leases : List.of(arguments).subList(2, arguments.length)) {
      bench.fill(Integer.parseInt(leases));
    }
    int first = bench.databases.keySet().iterator().next();
    bench.measure(first, 0);
    for (int round = 1; round <= rounds; round++) {
      for (int leases : bench.databases.keySet()) {
        bench.measure(leases, round);
      }
    }
    System.exit(0); // the databases' own threads do not end by themselves
  }

  private void fill(int leases) throws IOException, SQLException {
    long begin = System.nanoTime();
    PortalDatabase database = PortalDatabase.own();
    new BilledMonthFiller(database, leases, LEASES_OF_A_TENANT).fill();
    databases.put(leases, database);
    write(
        "{\"filled\": %d, \"records\": %d, \"seconds\": %.1f}",
        leases,
        database.number("select count(*) from usage_record"),
        (System.nanoTime() - begin) / NANOS);
  }

  private void measure(int leases, int round) throws IOException, SQLException {
    PortalDatabase database = databases.get(leases);
    forget(database);
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long questions = questions(database);
    long begin = System.nanoTime();
    long run =
        database.as(
            Tenants.LENDER,
            Role.LENDER_ADMIN,
            w -> w.get(InvoiceRunService.class).start(BilledMonthFiller.MONTH));
    long reviewed = System.nanoTime();
    database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
    issueAll(database);
    long end = System.nanoTime();
    long asked = questions(database) - questions;
    double peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    checkIssued(database, leases, run);
    write(
        "{\"leases\": %d, \"round\": %d, \"review\": %.3f, \"seconds\": %.3f, \"statements\": %d,"
            + " \"peakMib\": %.1f, \"lines\": %d}",
        leases,
        round,
        (reviewed - begin) / NANOS,
        (end - begin) / NANOS,
        asked,
        peak,
        database.number("select count(*) from invoice_line"));
  }

  /** As the timer does, each call in a transaction of its own. */
  private static void issueAll(PortalDatabase database) {
    IssuingService issuing = database.asPortal(w -> w.get(IssuingService.class));
    new AsSystem()
        .run(
            "invoice run",
            () -> {
              issuing.listWaiting(Integer.MAX_VALUE).forEach(issuing::issue);
              issuing.finish();
            });
  }

  /** What rounds before have issued; who owns the schema may. */
  private static void forget(PortalDatabase database) throws SQLException {
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
              "mail")) {
        sql.execute("truncate table " + table);
      }
    }
  }

  private static void checkIssued(PortalDatabase database, int leases, long run) {
    int tenants = leases / LEASES_OF_A_TENANT;
    long issued = database.number("select count(*) from invoice where run_id = " + run);
    long billed = database.number("select count(distinct lease_id) from invoice_line");
    long differences =
        database.number(
            "select count(*) from invoice_run_item m left join invoice i on i.id = m.invoice_id"
                + " where i.id is null or i.net <> m.net or i.net <> (select sum(l.net) from"
                + " invoice_line l where l.invoice_id = i.id)");
    if (issued != tenants || billed != leases || differences != 0) {
      throw new IllegalStateException(
          "%d invoices of %d leases, %d not as reviewed; expected %d of %d and none"
              .formatted(issued, billed, differences, tenants, leases));
    }
  }

  private static long questions(PortalDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet status = sql.executeQuery("show global status like 'Questions'")) {
      status.next();
      return status.getLong(2);
    }
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private void write(String format, Object... values) throws IOException {
    Files.writeString(
        results,
        String.format(Locale.ROOT, format, values) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
