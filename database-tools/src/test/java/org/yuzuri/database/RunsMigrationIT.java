package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal whose transfers and wipes were kept apart becomes one whose are runs. */
class RunsMigrationIT {

  private static final String AT = "'2026-03-01 10:00:00'";
  private static Connection database;

  @BeforeAll
  static void migrateAPortalThatWasAtWork() throws Exception {
    int port = freePort();
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:mariadb://127.0.0.1:" + port + "/portal", "portal", "tests");
    Path directory = Files.createTempDirectory(Path.of("target"), "db");
    new EmbeddedDatabase(directory, port, settings).start();
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("filesystem:" + Path.of("../sql").toAbsolutePath())
        .target("0065")
        .load()
        .migrate();
    database = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    execute("set foreign_key_checks = 0");
    for (int server = 5; server <= 9; server++) {
      lent(server);
    }
    transfer(1, 5, 1, "RUNNING");
    transfer(2, 6, 1, "SUCCEEDED");
    wipe(1, 6, 2, "ERASE", "ERASING");
    wipe(2, 7, 2, "ERASE", "VERIFIED");
    wipe(3, 8, 2, "RELEASE", "RELEASED");
    wipe(4, 9, 2, "ERASE", "FAILED");
    errand("TRANSFER", 1, "POWER_ON");
    errand("WIPE", 1, "POWER_OFF");
    Migrate.migrate(Path.of("../sql"), settings);
  }

  @Test
  void transferGoesOnAtItsStepWithWhatWasSeen() throws SQLException {
    assertThat(
            rows(
                "select r.kind, r.state, r.lease_id, r.server_id, r.last_phase, r.next_run_at is null"
                    + " from transfer t join run r on r.id = t.run_id where t.id = 1"))
        .containsExactly("TRANSFER RUNNING 15 5 packages 0");
    assertThat(steps("transfer", 1)).containsExactly("RESERVE SUCCEEDED", "INSTALL RUNNING");
    assertThat(
            rows(
                "select e.evidence from transfer t join run_evidence e on e.run_id = t.run_id"
                    + " where t.id = 1"))
        .containsExactly("BEAT_INSTALLED");
  }

  @Test
  void wipeGoesOnAtItsStep() throws SQLException {
    assertThat(steps("wipe", 1))
        .containsExactly(
            "CUT_OFF SUCCEEDED", "START_ERASER SUCCEEDED", "ERASE RUNNING", "WITHDRAW PENDING");
    assertThat(rows("select started_at is null from run_step where state = 'RUNNING'"))
        .containsOnly("0");
  }

  @Test
  void wipesThatAreOverStayOver() throws SQLException {
    assertThat(steps("wipe", 2)).allMatch(step -> step.endsWith(" SUCCEEDED")).hasSize(4);
    assertThat(steps("wipe", 3)).containsExactly("CUT_OFF SUCCEEDED");
    assertThat(steps("wipe", 4))
        .containsExactly(
            "CUT_OFF FAILED", "START_ERASER SKIPPED", "ERASE SKIPPED", "WITHDRAW SKIPPED");
    assertThat(
            rows(
                "select r.state, r.problem_code from wipe w join run r on r.id = w.run_id"
                    + " where w.id in (2, 3, 4) order by w.id"))
        .containsExactly("SUCCEEDED null", "SUCCEEDED null", "FAILED ERASER_SILENT");
  }

  @Test
  void errandsBelongToTheSameWorkAndTheirEndStandsWithTheCommand() throws SQLException {
    assertThat(
            rows(
                "select r.kind, e.name, c.retryable from errand e join run r on r.id = e.run_id"
                    + " join agent_command c on c.id = e.command_id order by e.id"))
        .containsExactly("TRANSFER POWER_ON 1", "WIPE POWER_OFF 1");
  }

  private static void lent(int server) throws SQLException {
    execute(
        "insert into server (id, version, offer_id, agent_id, name, state, state_since, generation,"
            + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
            + " bmc_address, bmc_user, bmc_password) values (%d, 0, 1, 1, 'lent-%d', 'ENROLLED', %s,"
            + " 2, %d, '%d', '%d', 'BIOS', 'ttyS0', 2, 2048, 'bmc', 'admin', '')",
        server, server, AT, server + 10, server, server);
    execute(
        "insert into lease (id, version, tenant_id, order_id, server_id, gateway_id, state,"
            + " state_since, created_at, ends_at, price_per_hour, currency) values"
            + " (%d, 0, 2, 1, %d, 1, 'CLOSED', %s, %s, %s, 1, 'JPY')",
        server + 10, server, AT, AT, AT);
  }

  private static void transfer(long id, long server, long generation, String state)
      throws SQLException {
    execute(
        "insert into transfer (id, version, tenant_id, lease_id, server_id, generation, image_id,"
            + " plan_sha256, settings_arguments, state, started_at, next_run_at, last_phase)"
            + " values (%d, 0, 2, %d, %d, %d, 1, '', '', '%s', %s, %s, 'packages')",
        id, server + 10, server, generation, state, AT, "RUNNING".equals(state) ? AT : "null");
    execute(
        "insert into transfer_step (transfer_id, position, name, state, started_at, message) values"
            + " (%d, 0, 'RESERVE', 'SUCCEEDED', %s, ''), (%d, 1, 'INSTALL', '%s', %s, '')",
        id, AT, id, state, AT);
    execute(
        "insert into transfer_evidence (transfer_id, evidence, seen_at) values"
            + " (%d, 'INSTALLED', %s)",
        id, AT);
  }

  private static void wipe(long id, long server, long generation, String ending, String state)
      throws SQLException {
    boolean failed = "FAILED".equals(state);
    execute(
        "insert into wipe (id, version, server_id, lease_id, generation, ending, state, state_since,"
            + " started_at, ended_at, last_beat_sequence, erased_reported, problem_fault,"
            + " problem_code) values (%d, 0, %d, %d, %d, '%s', '%s', %s, %s, %s, -1, false, %s, %s)",
        id,
        server,
        server + 10,
        generation,
        ending,
        state,
        AT,
        AT,
        "ERASING".equals(state) ? "null" : AT,
        failed ? "'HARDWARE'" : "null",
        failed ? "'ERASER_SILENT'" : "null");
  }

  private static void errand(String kind, long run, String name) throws SQLException {
    execute(
        "insert into agent_command (id, agent_id, sequence, type, server_id, lease_id, generation,"
            + " not_after, state, queued_at, finished_at) values ('%s', 1, %d, 'EnsurePower', 5, 15, 1, %s,"
            + " 'FAILED', %s, %s)",
        kind + name, name.length(), AT, AT, AT);
    execute(
        "insert into errand (run_kind, run_id, name, agent_id, command_id, state, retryable, tries,"
            + " sent_at) values ('%s', %d, '%s', 1, '%s', 'FAILED', true, 1, %s)",
        kind, run, name, kind + name, AT);
  }

  private static List<String> steps(String kind, long id) throws SQLException {
    return rows(
        "select s.name, s.state from "
            + kind
            + " k join run_step s on s.run_id = k.run_id where k.id = "
            + id
            + " order by s.position");
  }

  private static void execute(String sql, Object... values) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(String.format(Locale.ROOT, sql, values));
    }
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
