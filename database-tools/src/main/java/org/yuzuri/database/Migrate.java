package org.yuzuri.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the portal's database to the newest schema: {@code Migrate SQL_DIRECTORY}.
 *
 * <p>To be run before the portal starts, never inside it: the persistence unit and stored timers
 * would be up before the tables are. Repeating it changes nothing; two at once wait for each other
 * (Flyway's lock). Exit 0: the schema is current; 1: a migration failed; 2: wrong arguments.
 */
public final class Migrate {
  private static final Logger log = LoggerFactory.getLogger(Migrate.class);

  private Migrate() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
      System.err.println("usage: Migrate SQL_DIRECTORY (a directory with V0001__….sql)");
      System.exit(2);
    }
    try {
      DatabaseSettings settings = DatabaseSettings.ofTheOwner(System.getenv());
      MigrateResult result = migrate(Path.of(arguments[0]), settings);
      log.info(
          "{} migrations applied, schema is at {} ({})",
          result.migrationsExecuted,
          result.targetSchemaVersion,
          settings);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (FlywayException e) {
      log.error("migration failed; the portal must not be started: {}", e.getMessage());
      System.exit(1);
    }
  }

  static MigrateResult migrate(Path directory, DatabaseSettings settings) {
    return Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .locations("filesystem:" + directory.toAbsolutePath())
        .validateMigrationNaming(true)
        .connectRetries(3)
        .cleanDisabled(true)
        .callbacks(new CharacterSetCheck())
        .load()
        .migrate();
  }
}
