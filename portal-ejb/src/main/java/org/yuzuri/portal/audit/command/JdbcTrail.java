package org.yuzuri.portal.audit.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailEnd;
import org.yuzuri.portal.audit.chain.TrailRow;
import org.yuzuri.portal.audit.chain.TrailSource;

/** The trail as a connection to the database shows it. */
public final class JdbcTrail implements TrailSource {

  private static final String COLUMNS =
      "select id, tenant_id, at, actor_kind, actor_id, actor_name, source, action, subject, detail,"
          + " mark, seal_number, seal from audit_entry";
  private static final String PAGE = " limit 1000";

  private final Connection connection;

  /** Reads by this connection, in whatever transaction it is. */
  public JdbcTrail(Connection connection) {
    this.connection = connection;
  }

  @Override
  public TrailEnd end() {
    return one(
            "select last_number, last_seal from audit_seal where id = 1",
            row -> new TrailEnd(row.getLong(1), row.getString(2)))
        .orElse(new TrailEnd(-1, ""));
  }

  @Override
  public List<TrailRow> sealedAfter(long number) {
    return all(
        COLUMNS + " where seal_number > ? order by seal_number, id" + PAGE, JdbcTrail::row, number);
  }

  @Override
  public List<TrailRow> openAfter(long id) {
    return all(
        COLUMNS + " where seal_number is null and id > ? order by id" + PAGE, JdbcTrail::row, id);
  }

  @Override
  public long countSealedUpTo(long number) {
    String sql = "select count(*) from audit_entry where seal_number <= ?";
    return one(sql, row -> row.getLong(1), number).orElse(0L);
  }

  @Override
  public Optional<String> repeatedMark() {
    return one(
        "select mark from audit_entry where mark is not null group by mark having count(*) > 1"
            + " limit 1",
        row -> row.getString(1));
  }

  @Override
  public Optional<CheckpointFile.Noted> noted(String node) {
    return one(
        "select line, mac from audit_checkpoint where node = ?",
        row -> new CheckpointFile.Noted(row.getLong(1), row.getString(2)),
        node);
  }

  private static TrailRow row(ResultSet row) throws SQLException {
    long number = row.getLong("seal_number");
    @Nullable Long sealNumber = row.wasNull() ? null : Long.valueOf(number);
    return new TrailRow(
        row.getLong("id"),
        row.getLong("tenant_id"),
        instant(row.getObject("at", LocalDateTime.class)),
        row.getString("actor_kind"),
        row.getLong("actor_id"),
        row.getString("actor_name"),
        row.getString("source"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("mark"),
        sealNumber,
        row.getString("seal"));
  }

  /** Columns hold UTC. */
  private static Instant instant(LocalDateTime column) {
    return column.toInstant(ZoneOffset.UTC);
  }

  private <T> Optional<T> one(String sql, Reader<T> reader, Object... values) {
    return all(sql, reader, values).stream().findFirst();
  }

  private <T> List<T> all(String sql, Reader<T> reader, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new Unreadable(failed);
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The database did not answer, or not as the schema says. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
