package org.yuzuri.portal.web.chart;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.web.chart.Drawing.Series;

/** Where the names of series stand above a chart, in as many rows as they take. */
final class Legend {

  private static final int BOX = 18;
  private static final int APART = 16;

  /** One name. */
  record Entry(Series series, int x, int row) {}

  private Legend() {}

  /** From left to right; none for one series alone, whose chart says what it is of. */
  static List<Entry> of(List<Series> all, int width) {
    List<Entry> entries = new ArrayList<>();
    if (all.size() < 2) {
      return entries;
    }
    int x = 0;
    int row = 0;
    for (Series series : all) {
      int taken = BOX + SvgChart.width(SvgChart.shortened(series.name()));
      if (x > 0 && x + taken > width) {
        x = 0;
        row++;
      }
      entries.add(new Entry(series, x, row));
      x += taken + APART;
    }
    return entries;
  }
}
