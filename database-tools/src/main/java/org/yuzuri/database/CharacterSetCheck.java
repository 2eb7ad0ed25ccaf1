package org.yuzuri.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Refuses a database before anything is migrated whose texts are not {@value #CHARACTER_SET}
 * compared as {@value #COLLATION}: others cannot hold every character that is reported, or take
 * different names for the same.
 */
final class CharacterSetCheck implements Callback {

  static final String CHARACTER_SET = "utf8mb4";
  static final String COLLATION = "utf8mb4_bin";

  private static final String WANTED = " character set " + CHARACTER_SET + " collate " + COLLATION;

  private static final String DATABASE =
      "select schema_name, default_collation_name from information_schema.schemata"
          + " where schema_name = database() and default_collation_name <> '"
          + COLLATION
          + "'";

  private static final String TABLES =
      "select c.table_name, min(c.collation_name) from information_schema.columns c"
          + " join information_schema.tables t using (table_schema, table_name)"
          + " where c.table_schema = database() and t.table_type = 'BASE TABLE'"
          + " and c.collation_name <> '"
          + COLLATION
          + "' group by c.table_name order by c.table_name";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    Connection connection = context.getConnection();
    try {
      refuseAny(connection, DATABASE, "database", "");
      refuseAny(connection, TABLES, "table", " convert to");
    } catch (SQLException e) {
      throw new FlywayException("the database's character set cannot be read", e);
    }
  }

  private static void refuseAny(Connection connection, String query, String thing, String verb)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      if (found.next()) {
        String name = found.getString(1);
        throw new FlywayException(
            String.format(
                "%s %s has the collation %s, expected %s; after a backup, change it by:"
                    + " set foreign_key_checks = 0; alter %s `%s`%s%s;",
                thing, name, found.getString(2), COLLATION, thing, name, verb, WANTED));
      }
    }
  }

  @Override
  public String getCallbackName() {
    return "character set";
  }
}
