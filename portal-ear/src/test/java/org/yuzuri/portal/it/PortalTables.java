package org.yuzuri.portal.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The database of the portal under test, beside the portal. */
final class PortalTables implements AutoCloseable {

  private static final String NOW = "utc_timestamp(3)";

  private final Connection database;

  PortalTables() throws SQLException {
    this(System.getenv("PORTAL_DB_URL"));
  }

  /** Of another portal. */
  PortalTables(String url) throws SQLException {
    database = DriverManager.getConnection(url, "portal", "portal");
  }

  /**
   * Executes one statement, of which {@code %s} is the time, and gives the id of the row that it
   * inserted, 0 when it has none of that kind.
   */
  long insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(sql.formatted(NOW), Statement.RETURN_GENERATED_KEYS)) {
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, values[at]);
      }
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        return keys.next() ? keys.getLong(1) : 0;
      }
    }
  }

  /** The one number that a query gives. */
  long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  /**
   * A sum over every row of every table, but for those that begin so, by regular expressions.
   *
   * @return a line for each table
   */
  String checksum(List<String> without) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet found =
            statement.executeQuery("show full tables where table_type = 'BASE TABLE'")) {
      while (found.next()) {
        String name = found.getString(1);
        if (isWatched(name, without)) {
          names.add(name);
        }
      }
    }
    StringBuilder sums = new StringBuilder();
    try (Statement statement = database.createStatement();
        ResultSet sum = statement.executeQuery("checksum table " + String.join(", ", names))) {
      while (sum.next()) {
        sums.append(sum.getString(1)).append(' ').append(sum.getLong(2)).append('\n');
      }
    }
    return sums.toString();
  }

  /**
   * A sum over every row of a tenant, in every table that says whose its rows are, but for those
   * that begin so.
   *
   * @return a line for each table
   */
  String checksumOf(long tenant, List<String> without) throws SQLException {
    StringBuilder sums = new StringBuilder();
    try (Statement statement = database.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select table_name, group_concat('coalesce(`', column_name, '`, 0)') from"
                    + " information_schema.columns where table_schema = database() and table_name"
                    + " in (select table_name from information_schema.columns where table_schema ="
                    + " database() and column_name = 'tenant_id') group by table_name order by"
                    + " table_name")) {
      while (found.next()) {
        String table = found.getString(1);
        if (isWatched(table, without)) {
          String sum =
              "select coalesce(sum(crc32(concat_ws('|', %s))), 0) from `%s` where tenant_id = %d"
                  .formatted(found.getString(2), table, tenant);
          sums.append(table).append(' ').append(number(sum)).append('\n');
        }
      }
    }
    return sums.toString();
  }

  /** A sum over every row of a table, but for these columns. */
  long checksumOf(String table, List<String> without) throws SQLException {
    String columns =
        "select group_concat('coalesce(`', column_name, '`, 0)') from information_schema.columns"
            + " where table_schema = database() and table_name = '"
            + table
            + "' and column_name not in ('"
            + String.join("', '", without)
            + "')";
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(columns)) {
      found.next();
      return number(
          "select coalesce(sum(crc32(concat_ws('|', %s))), 0) from `%s`"
              .formatted(found.getString(1), table));
    }
  }

  private static boolean isWatched(String table, List<String> without) {
    return without.stream().noneMatch(begin -> Pattern.compile(begin).matcher(table).lookingAt());
  }

  /** How many statements the database has executed so far that read or wrote rows. */
  long statements() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet counters =
            statement.executeQuery(
                "show global status where variable_name in"
                    + " ('com_select', 'com_insert', 'com_update', 'com_delete')")) {
      long sum = 0;
      while (counters.next()) {
        sum += counters.getLong(2);
      }
      return sum;
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
