package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults that were noted before they had kinds get one, and stay written once. */
class FaultKindsMigrationIT {

  private static Connection database;

  @BeforeAll
  static void migrateAPortalThatHasNotedFaults() throws Exception {
    int port = freePort();
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:mariadb://127.0.0.1:" + port + "/portal", "portal", "tests");
    Path directory = Files.createTempDirectory(Path.of("target"), "db");
    new EmbeddedDatabase(directory, port, settings).start();
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("filesystem:" + Path.of("../sql").toAbsolutePath())
        .target("0218")
        .load()
        .migrate();
    database = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    execute("set foreign_key_checks = 0");
    note("SITE-1", true);
    note("SITE-1", false);
    note("WORD-2", true);
    Migrate.migrate(Path.of("../sql"), settings);
  }

  @Test
  void whatThePortalNotedIsOfASiteAndAllElseIsAnyOther() throws SQLException {
    assertThat(kinds()).containsExactly("SITE", "SITE", "OTHER");
  }

  @Test
  void theyAreWrittenOnceAsBefore() {
    assertThatThrownBy(() -> execute("update lease_fault set kind = 'POWER'"))
        .hasMessageContaining("lease_fault is written once");
    assertThatThrownBy(() -> execute("delete from lease_fault"))
        .hasMessageContaining("lease_fault is kept for ever");
  }

  @Test
  void kindThatThereIsNotIsRefused() {
    assertThatThrownBy(
            () ->
                execute(
                    "insert into lease_fault (tenant_id, lease_id, cause, kind, began, at,"
                        + " noted_at, noted_by, detail) values (2, 7, 'WORD-3', 'FIRE', true,"
                        + " utc_timestamp(), utc_timestamp(), 'clerk', '')"))
        .hasMessageContaining("lease_fault_kind");
  }

  private static void note(String cause, boolean began) throws SQLException {
    execute(
        "insert into lease_fault (tenant_id, lease_id, cause, began, at, noted_at, noted_by,"
            + " detail) values (2, 7, '"
            + cause
            + "', "
            + began
            + ", utc_timestamp(), utc_timestamp(), 'clerk', '')");
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> kinds() throws SQLException {
    List<String> kinds = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery("select kind from lease_fault order by id")) {
      while (found.next()) {
        kinds.add(found.getString(1));
      }
    }
    return kinds;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
