package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Only a database that holds every character, and tells every two texts apart, is migrated. */
class CharacterSetCheckIT {

  private static final Path SQL = Path.of("../sql");
  private static final String WANTED = " character set utf8mb4 collate utf8mb4_bin";
  private static DatabaseSettings settings;

  @BeforeAll
  static void startADatabase() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    settings =
        new DatabaseSettings("jdbc:mariadb://127.0.0.1:" + port + "/portal", "portal", "tests");
    Path directory = Files.createTempDirectory(Path.of("target"), "db");
    new EmbeddedDatabase(directory, port, settings).start();
    Migrate.migrate(SQL, settings);
  }

  @AfterEach
  void mend() throws SQLException {
    execute("alter database portal" + WANTED);
    execute("set foreign_key_checks = 0", "alter table agent_report convert to" + WANTED);
    Migrate.migrate(SQL, settings);
  }

  @Test
  void databaseOfAnotherCharacterSetIsRefusedWithTheWayOut() throws SQLException {
    execute("alter database portal character set latin1");

    assertThatThrownBy(() -> Migrate.migrate(SQL, settings))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("database portal has the collation latin1_swedish_ci")
        .hasMessageContaining("expected utf8mb4_bin")
        .hasMessageContaining("alter database `portal` character set utf8mb4 collate utf8mb4_bin;");
  }

  @Test
  void tableOfAnotherCharacterSetIsNamed() throws SQLException {
    execute("alter table agent_report convert to character set utf8mb3");

    assertThatThrownBy(() -> Migrate.migrate(SQL, settings))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("table agent_report has the collation utf8mb3")
        .hasMessageContaining("alter table `agent_report` convert to character set utf8mb4");
  }

  @Test
  void everyTextOfTheSchemaIsPinned() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet others =
            statement.executeQuery(
                "select count(*) from information_schema.columns"
                    + " where table_schema = 'portal' and collation_name <> 'utf8mb4_bin'")) {
      others.next();
      assertThat(others.getInt(1)).isZero();
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }
}
