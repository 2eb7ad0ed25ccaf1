package org.yuzuri.portal.it;

import java.sql.SQLException;
import java.util.List;

/**
 * Puts the worst that people may type into the names of a tenant's things, and takes it out again:
 * other tests see the same lists.
 */
final class HostileTexts implements AutoCloseable {

  /** Long, from right to left, outside the basic plane, Japanese, markup. */
  static final List<String> NAMES =
      List.of(
          "w".repeat(63),
          "\u202Eevil\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(7),
          "\u8CB8\u51FA\u6A5F".repeat(20),
          "<script>alert(1)</script>#{7*7}");

  private static final String LONG = "W".repeat(300);
  private static final String LABELS = "key-" + "k".repeat(50) + "=" + "v".repeat(60);
  private static final List<String> NAMED = List.of("gateway", "boot_image", "install_settings");

  private final PortalTables tables;
  private final Rows rows;
  private final String name;

  HostileTexts(PortalTables tables, Rows rows, String name) throws SQLException {
    this.tables = tables;
    this.rows = rows;
    this.name = name;
    rows.fillTo(NAMES.size());
  }

  void write() throws SQLException {
    for (int at = 0; at < NAMES.size(); at++) {
      call(name + "-" + (at + 1), NAMES.get(at));
    }
    tables.insert("update tenant set name = ? where id = ?", NAMES.get(3), rows.tenant());
    tables.insert(
        "update server set name = ? where id = ?", NAMES.get(0).replace('w', 'm'), rows.server());
    tables.insert(
        "update lease set labels = ?, host_name = ?, problem_detail = ? where tenant_id = ?",
        LABELS,
        NAMES.get(0),
        LONG + NAMES.get(4),
        rows.tenant());
    tables.insert(
        "update purchase_order set labels = ?, placed_by = ? where tenant_id = ?",
        LABELS,
        NAMES.get(4),
        rows.tenant());
    tables.insert(
        "update member set display_name = ? where tenant_id = ?", NAMES.get(0), rows.tenant());
    tables.insert("update offer set description = ? where name like ?", LONG, "zz " + name + "-%");
  }

  private void call(String from, String to) throws SQLException {
    for (String table : NAMED) {
      tables.insert(
          "update " + table + " set name = ? where tenant_id = ? and name = ?",
          to,
          rows.tenant(),
          from);
    }
  }

  /** Whether the page of the tenant's lease shows them, as text. */
  boolean wasShown(Visitor visitor, long lease) throws Exception {
    String body = visitor.get("lease/view.xhtml?id=" + lease).body();
    return body.contains("v".repeat(60)) && !body.contains(NAMES.get(4));
  }

  @Override
  public void close() throws SQLException {
    for (int at = 0; at < NAMES.size(); at++) {
      call(NAMES.get(at), name + "-" + (at + 1));
    }
    tables.insert("update tenant set name = ? where id = ?", name, rows.tenant());
    tables.insert("update server set name = ? where id = ?", name + "-0", rows.server());
    tables.insert(
        "update lease set labels = '', host_name = '', problem_detail = '' where tenant_id = ?",
        rows.tenant());
    tables.insert(
        "update purchase_order set labels = '', placed_by = ? where tenant_id = ?",
        name,
        rows.tenant());
    tables.insert("update member set display_name = ? where tenant_id = ?", name, rows.tenant());
    tables.insert("update offer set description = '' where name like ?", "zz " + name + "-%");
  }
}
