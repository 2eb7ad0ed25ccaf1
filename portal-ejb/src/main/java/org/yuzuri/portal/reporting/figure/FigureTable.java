package org.yuzuri.portal.reporting.figure;

import java.io.Serializable;
import java.util.List;

/**
 * A figure with its lines.
 *
 * @param lines in the order to be shown
 * @param totals of all lines, one for each currency; none where a sum means nothing
 */
public record FigureTable(Figure figure, List<Line> lines, List<Line> totals)
    implements Serializable {

  /** How many lines a page shows; the file has them all. */
  public static final int SHOWN = 30;

  public FigureTable {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
  }

  /** The first lines, as many as a page shows. */
  public List<Line> shown() {
    return lines.size() <= SHOWN ? lines : lines.subList(0, SHOWN);
  }

  /** How many lines a page leaves out. */
  public int left() {
    return lines.size() - shown().size();
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
