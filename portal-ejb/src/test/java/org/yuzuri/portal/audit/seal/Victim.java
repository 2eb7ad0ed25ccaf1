package org.yuzuri.portal.audit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.TrailRow;
import org.yuzuri.portal.audit.command.JdbcTrail;

/**
 * The trail that is mutated, by a connection of the schema's owner whose transaction is rolled back
 * afterwards.
 */
record Victim(Connection connection, Path file, Random random) {

  private static final int NEWEST = 40;
  private static final String COLUMNS =
      "tenant_id, at, actor_kind, actor_id, actor_name, source, action, subject, detail";

  int random(int bound) {
    return random.nextInt(bound);
  }

  long last() throws SQLException {
    return number("select last_number from audit_seal where id = ?", 1);
  }

  /** The id of the entry with this number. */
  long number(long number) throws SQLException {
    return number("select id from audit_entry where seal_number = ?", number);
  }

  /** The id of some sealed entry. */
  long any() throws SQLException {
    return number(last() - random(NEWEST));
  }

  void change(String sql, long value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, value);
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("changed nothing: " + sql + " with " + value);
      }
    }
  }

  /** Exchanges these columns of two entries that follow each other. */
  void swap(String columns) throws SQLException {
    long one = number(last() - 2 - random(NEWEST - 2));
    long other = number("select min(id) from audit_entry where id > ?", one);
    List<String> sets =
        Stream.of(columns.split(", ", -1)).map("a.%1$s = b.%1$s"::formatted).toList();
    change(
        "update audit_entry a join (select * from audit_entry where id in (%1$d, %2$d)) b on b.id <> a.id set %3$s where a.id in (%1$d, %2$d) and ? = 1"
            .formatted(one, other, String.join(", ", sets)),
        1);
  }

  void copy(String numberAndSeal) throws SQLException {
    change(
        "insert into audit_entry (%1$s, mark, seal_number, seal) select %1$s, mark, %2$s from audit_entry where id = ?"
            .formatted(COLUMNS, numberAndSeal),
        any());
  }

  void add(String markNumberAndSeal) throws SQLException {
    change(
        "insert into audit_entry (%1$s, mark, seal_number, seal) select %1$s, %2$s from audit_entry where id = ?"
            .formatted(COLUMNS, markNumberAndSeal),
        any());
  }

  void cutTo(long number) throws SQLException {
    change("delete from audit_entry where seal_number > ?", number);
    endAt(number);
  }

  void unsealTo(long number) throws SQLException {
    change("update audit_entry set seal = null, seal_number = null where seal_number > ?", number);
    endAt(number);
  }

  private void endAt(long number) throws SQLException {
    change(
        "update audit_seal set last_seal = coalesce((select seal from audit_entry where seal_number"
            + " = last_number - ?), '')",
        last() - number);
    change("update audit_seal set last_number = ?", number);
  }

  /** Computes marks and seals anew, as the portal does, with a key of the attacker's own. */
  void reseal(long from, boolean marks) throws SQLException, IOException {
    Path ownKeys = Files.createTempFile(file.getParent(), "own", ".keys");
    Files.delete(ownKeys);
    AuditKeys.make(ownKeys);
    AuditKeys keys = AuditKeys.read(ownKeys);
    JdbcTrail trail = new JdbcTrail(connection);
    String previous = from == 1 ? "" : trail.sealedAfter(from - 2).get(0).seal();
    try (PreparedStatement statement =
        connection.prepareStatement("update audit_entry set mark = ?, seal = ? where id = ?")) {
      List<TrailRow> rows = trail.sealedAfter(from - 1);
      for (TrailRow row : rows) {
        TrailRow marked = marks ? withMark(row, row.markWith(keys)) : row;
        previous = marked.sealWith(keys, row.sealNumber(), previous);
        statement.setString(1, marked.mark());
        statement.setString(2, previous);
        statement.setLong(3, row.id());
        statement.executeUpdate();
      }
    }
    change(
        "update audit_seal set last_seal = (select seal from audit_entry where seal_number ="
            + " last_number) where id = ?",
        1);
    Files.delete(ownKeys);
  }

  private static TrailRow withMark(TrailRow row, String mark) {
    return new TrailRow(
        row.id(),
        row.tenantId(),
        row.at(),
        row.actorKind(),
        row.actorId(),
        row.actorName(),
        row.source(),
        row.action(),
        row.subject(),
        row.detail(),
        mark,
        row.sealNumber(),
        row.seal());
  }

  void lines(UnaryOperator<List<String>> change) throws IOException {
    Files.write(file, change.apply(Files.readAllLines(file)));
  }

  private long number(String sql, long value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("found nothing: " + sql + " with " + value);
        }
        return rows.getLong(1);
      }
    }
  }
}
