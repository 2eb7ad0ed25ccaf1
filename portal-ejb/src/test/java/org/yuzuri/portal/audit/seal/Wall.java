package org.yuzuri.portal.audit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the schema itself puts in the way of who changes the trail; its owner can take it down. */
final class Wall {

  private static final Path MIGRATION = Path.of("../sql/V0086__audit_is_written_once.sql");
  private static final String DELIMITER = "//";

  private Wall() {}

  static void takeDown() throws SQLException, IOException {
    List<String> statements = new ArrayList<>();
    triggers().forEach(sql -> statements.add("drop trigger " + sql.split("\\s+", 4)[2]));
    statements.add("alter table audit_entry drop key audit_entry_mark, drop key audit_entry_seal");
    statements.add("alter table audit_entry drop constraint audit_entry_sealed");
    execute(statements);
  }

  static void putUp() throws SQLException, IOException {
    List<String> statements = new ArrayList<>(triggers());
    statements.add(
        "alter table audit_entry add unique key audit_entry_mark (mark),"
            + " add unique key audit_entry_seal (seal_number)");
    statements.add(
        "alter table audit_entry add constraint audit_entry_sealed"
            + " check ((seal_number is null) = (seal is null))");
    execute(statements);
  }

  private static List<String> triggers() throws IOException {
    String text = Files.readString(MIGRATION);
    String begin = "delimiter " + DELIMITER;
    String between =
        text.substring(text.indexOf(begin) + begin.length(), text.indexOf("delimiter ;"));
    return Stream.of(between.split(DELIMITER, -1))
        .map(String::strip)
        .filter(sql -> !sql.isEmpty())
        .toList();
  }

  private static void execute(List<String> statements) throws SQLException {
    try (Connection owner = Trail.DATABASE.connectAsOwner();
        Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
