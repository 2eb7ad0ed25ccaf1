package org.yuzuri.portal.server.csv;

import java.util.EnumMap;
import java.util.Map;

/**
 * One line of the file, as it stands there.
 *
 * @param number of the record, from 2: the header is 1
 * @param cells of each column; none when the line has another number of cells than the header
 * @param cellCount how many cells it has
 */
record ServerLine(long number, Map<ServerColumn, String> cells, int cellCount) {

  ServerLine {
    cells = cells.isEmpty() ? Map.of() : new EnumMap<>(cells);
  }

  /** Whether it has as many cells as the header. */
  boolean isWhole() {
    return !cells.isEmpty();
  }

  /** What stands in a column, without blanks around it; empty when the line is not whole. */
  String cell(ServerColumn column) {
    return cells.getOrDefault(column, "").strip();
  }

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return "line " + number;
  }
}
