package org.yuzuri.portal.it;

import java.sql.SQLException;

/**
 * An announcement for the page that changes it. It is taken back, but while a test needs it: one
 * that stands costs each page of everybody two statements.
 */
final class AnnouncementRow {

  private static final String TEXT = "To be told in a hundred years";

  private AnnouncementRow() {}

  /** Its id; made when there is none. */
  static long id() throws SQLException {
    try (PortalTables tables = new PortalTables()) {
      String there = "select coalesce(max(id), 0) from announcement where text_ja = '" + TEXT + "'";
      long id = tables.number(there);
      return id > 0
          ? id
          : tables.insert(
              "insert into announcement (version, severity, text_en, text_ja, shown_from,"
                  + " shown_until, for_all, written_by, written_at, withdrawn) values (0, 'NOTICE',"
                  + " ?, ?, %1$s + interval 36500 day, %1$s + interval 36507 day, 1, 'rows', %1$s,"
                  + " 1)",
              TEXT, TEXT);
    }
  }

  /** Lets it stand, or takes it back again. */
  static void stand(boolean standing) throws SQLException {
    long id = id();
    try (PortalTables tables = new PortalTables()) {
      tables.insert("update announcement set withdrawn = ? where id = ?", !standing, id);
    }
  }
}
