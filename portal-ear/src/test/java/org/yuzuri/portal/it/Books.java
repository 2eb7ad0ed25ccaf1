package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The portal's database as {@code bin/portal} backs it up and brings it back. */
final class Books {

  private static final Path PORTAL = Path.of("..", "bin", "portal");
  private static final Path STATE = Path.of(System.getProperty("it.state")).toAbsolutePath();
  private static final Path PROGRAMS = STATE.resolve("database/program/bin");

  private Books() {}

  static void backup(Path directory) throws IOException, InterruptedException {
    portal("backup", directory);
  }

  /** Loses the database and brings it back as it was; the portal must not run. */
  static String restore(Path directory) throws IOException, InterruptedException, SQLException {
    try (Connection database =
            DriverManager.getConnection(System.getenv("PORTAL_DB_URL"), "portal", "portal");
        Statement statement = database.createStatement()) {
      statement.execute("drop database portal");
      statement.execute("create database portal character set utf8mb4 collate utf8mb4_bin");
    }
    return portal("restore", directory);
  }

  /** A line for each row of a query, its columns by spaces. */
  static List<String> lines(String sql) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(System.getenv("PORTAL_DB_URL"), "portal", "portal");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
          columns.add(String.valueOf(rows.getString(at)));
        }
        lines.add(String.join(" ", columns));
      }
      return lines;
    }
  }

  private static String portal(String what, Path directory)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(PORTAL.toString(), what, directory.toString()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.merge("PATH", PROGRAMS.toString(), (path, own) -> own + ":" + path);
    environment.put("PORTAL_DIRECTORY", STATE.resolve("portal").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("bin/portal " + what + ": " + said);
    }
    return said;
  }
}
