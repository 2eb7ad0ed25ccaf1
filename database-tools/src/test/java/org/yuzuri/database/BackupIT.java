package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/portal backup} and {@code restore}, on a real database. */
class BackupIT {

  private static final Path PORTAL = Path.of("../bin/portal");

  @TempDir Path directory;

  private DatabaseSettings owner;
  private Path programs;
  private Path backup;
  private Path security;

  @BeforeEach
  void begin() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/portal";
    owner = new DatabaseSettings(url, "owner", "of the schema");
    Path server = Files.createTempDirectory(Path.of("target"), "db").toAbsolutePath();
    new EmbeddedDatabase(server, port, new DatabaseSettings(url, "portal", "rows"), owner).start();
    programs = server.resolve("program/bin");
    Migrate.migrate(Path.of("../sql"), owner);
    backup = directory.resolve("backup");
    security = Files.createDirectories(directory.resolve("security"));
    Files.writeString(security.resolve("audit.keys"), "1 key");
    Path audit = Files.createDirectories(directory.resolve("audit"));
    Files.writeString(audit.resolve("checkpoints"), "1 1 seal at mac");
    query(
        "insert into tenant (version, name, state, created_at) values (0, '\ud83d\ude80', 'OPEN', now())");
  }

  @Test
  void whatWasBackedUpComesBackAsItWas() throws Exception {
    List<String> before = content();
    assertThat(before).contains("epoch 1");
    assertThat(portal("backup", backup.toString())).contains("backup in " + backup);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rwx------");
    assertThat(portal("restore", backup.toString())).contains("tables, expected an empty one");

    query(
        "drop database portal", "create database portal character set utf8mb4 collate utf8mb4_bin");
    Files.move(security, directory.resolve("lost"));
    Files.delete(directory.resolve("audit/checkpoints"));
    assertThat(portal("restore", backup.toString())).contains("restored from " + backup);

    assertThat(content())
        .as("all but the epoch")
        .filteredOn(line -> !line.matches("epoch [0-9]{3,}"))
        .containsExactlyElementsOf(
            before.stream().filter(line -> !line.matches("epoch [0-9]{3,}")).toList());
    assertThat(Migrate.migrate(Path.of("../sql"), owner).migrationsExecuted).isZero();
    assertThat(security.resolve("audit.keys")).hasContent("1 key");
    assertThat(directory.resolve("audit/checkpoints")).hasContent("1 1 seal at mac");
  }

  @Test
  void everyRestoreBeginsAHigherEpochThatWaitsForAPerson() throws Exception {
    assertThat(query("select concat(number, state) from epoch")).containsExactly("0RUNNING");
    portal("backup", backup.toString());
    long first = restoredEpoch();
    assertThat(first).isGreaterThan(1_700_000_000);
    query("insert into tenant (version, name, state, created_at) values (0, 'B', 'OPEN', now())");

    assertThat(portal("reconcile")).contains("a new epoch has begun");
    assertThat(epoch()).as("by other means").isGreaterThan(first);
    query("update epoch set number = 5000000000, state = 'RUNNING'");
    portal("reconcile");
    assertThat(epoch()).as("after one that is later than now").isEqualTo(5_000_000_001L);
    assertThat(
            query(
                "select auto_increment from information_schema.tables where table_schema = 'portal'"
                    + " and table_name in ('lease', 'transfer')"))
        .allSatisfy(next -> assertThat(Long.parseLong(next)).isGreaterThan(170_000_000));
  }

  @Test
  void databaseFromBeforeThereWereEpochsIsToBeMigratedFirst() throws Exception {
    query("drop table known_servers", "drop table epoch");

    assertThat(portal("reconcile")).contains("run: bin/portal prepare");
  }

  private long restoredEpoch() throws Exception {
    query(
        "drop database portal", "create database portal character set utf8mb4 collate utf8mb4_bin");
    assertThat(portal("restore", backup.toString())).contains("a new epoch has begun");
    return epoch();
  }

  private long epoch() throws SQLException {
    assertThat(query("select state from epoch")).containsExactly("RECONCILING");
    return Long.parseLong(query("select number from epoch").get(0));
  }

  @Test
  void changedBackupAndTakenPlaceAreRefused() throws Exception {
    portal("backup", backup.toString());
    assertThat(portal("backup", backup.toString()))
        .contains("expected a directory that does not exist");

    Files.writeString(backup.resolve("security.tar"), "x");

    assertThat(portal("restore", backup.toString())).contains("is not as it was written");
    assertThat(portal("restore", directory.toString())).contains("made by backup");
  }

  /** Checksums of every table, and the triggers. */
  private List<String> content() throws SQLException {
    List<String> tables =
        query(
            "select table_name from information_schema.tables where table_schema = 'portal' order by 1");
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      found.addAll(query("select concat('" + table + " ', count(*)) from " + table));
      found.add(table + " " + checksum(table));
    }
    found.addAll(
        query(
            "select concat(trigger_name, action_statement) from information_schema.triggers order by 1"));
    return found;
  }

  private String checksum(String table) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("checksum table " + table + " extended")) {
      rows.next();
      return rows.getString(2);
    }
  }

  private List<String> query(String... each) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : each) {
        if (statement.execute(sql)) {
          ResultSet rows = statement.getResultSet();
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    }
    return found;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
  }

  private String portal(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(PORTAL.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
    environment.put("PORTAL_DIRECTORY", directory.toString());
    environment.put("PORTAL_DB_URL", owner.url());
    environment.put("PORTAL_DB_USER", "portal");
    environment.put("PORTAL_DB_PASSWORD", "rows");
    environment.put("PORTAL_DB_MIGRATION_USER", owner.user());
    environment.put("PORTAL_DB_MIGRATION_PASSWORD", owner.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
