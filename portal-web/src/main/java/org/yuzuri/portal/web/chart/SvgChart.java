package org.yuzuri.portal.web.chart;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.yuzuri.portal.web.chart.Drawing.Point;
import org.yuzuri.portal.web.chart.Drawing.Series;
import org.yuzuri.portal.web.chart.Drawing.Shape;

/**
 * Draws a chart as SVG, to stand within a page; whoever points at a part reads its number. Used
 * once.
 */
public final class SvgChart {

  private static final int WIDTH = 760;
  private static final int COLOURS = 13;
  private static final int LEFT = 190;
  private static final int LEFT_OF_NUMBERS = 90;
  private static final int RIGHT = 44;
  private static final int PLOT = 240;
  private static final int MARGIN = 8;
  private static final int LINE = 20;
  private static final int BAR = 16;
  private static final int GAP = 14;
  private static final int WIDEST_BAR = 48;
  private static final double BAR_SHARE = 0.7;
  private static final int MOST_NAMES = 12;
  private static final int LETTER = 8;
  private static final int LONGEST_NAME = 22;
  private static final int WIDE_LETTERS = 0x2e80;

  private final Drawing drawing;
  private final NumberFormat numbers;
  private final SvgWriter svg = new SvgWriter();
  private final Axis axis;
  private final int left;
  private final int slots;
  private int top;

  private SvgChart(Drawing drawing, Locale locale) {
    this.drawing = drawing;
    this.numbers = NumberFormat.getNumberInstance(locale);
    this.axis = Axis.of(drawing.shape() == Shape.STACKS ? drawing.sums() : drawing.ends());
    this.left = drawing.lying() ? LEFT : LEFT_OF_NUMBERS;
    this.slots = Math.max(1, drawing.names().size());
    this.top = MARGIN;
  }

  /**
   * The chart.
   *
   * @param alternative what it shows, for those who do not see it
   * @return markup in which every text is escaped
   */
  public static String draw(Drawing drawing, String alternative, Locale locale) {
    return new SvgChart(drawing, locale).whole(alternative);
  }

  private String whole(String alternative) {
    List<Legend.Entry> legend = Legend.of(drawing.series(), WIDTH - RIGHT);
    int rows = legend.isEmpty() ? 0 : legend.get(legend.size() - 1).row() + 1;
    int height = MARGIN + rows * LINE + MARGIN + plotHeight() + 3 * LINE;
    svg.begin(WIDTH, height, alternative);
    for (Legend.Entry entry : legend) {
      int y = top + entry.row() * LINE;
      String name = entry.series().name();
      svg.rect(colour(entry.series()), entry.x(), y + 3, 12, 12, null);
      svg.text("", entry.x() + 18, y + 14, "start", shortened(name), name);
    }
    top += rows * LINE + MARGIN;
    marks();
    names();
    if (drawing.shape() == Shape.LINES) {
      drawing.series().forEach(this::line);
    } else {
      for (int at = 0; at < drawing.names().size(); at++) {
        bars(at);
      }
    }
    return svg.end();
  }

  private int plotHeight() {
    return drawing.lying() ? slots * slot() : PLOT;
  }

  private int slot() {
    return (drawing.shape() == Shape.BARS ? BAR * drawing.series().size() : BAR) + GAP;
  }

  private double plotWidth() {
    return WIDTH - RIGHT - (double) left;
  }

  /** Where a number is along its axis. */
  private double at(double number) {
    return drawing.lying()
        ? left + axis.share(number) * plotWidth()
        : top + (1 - axis.share(number)) * PLOT;
  }

  private void marks() {
    double bottom = top + (double) plotHeight();
    for (double mark : axis.marks()) {
      double at = at(mark);
      String kind = mark == 0 ? "axis" : "mark";
      if (drawing.lying()) {
        svg.line(kind, at, top, at, bottom);
        svg.text("", at, bottom + LINE, "middle", numbers.format(mark), null);
      } else {
        svg.line(kind, left, at, WIDTH - (double) RIGHT, at);
        svg.text("", left - 8.0, at + 4, "end", numbers.format(mark), null);
      }
    }
    if (drawing.lying()) {
      svg.text("unit", left + plotWidth(), bottom + 2.0 * LINE, "end", drawing.unit(), null);
    } else {
      svg.text("unit", left, bottom + 2.0 * LINE, "start", drawing.unit(), null);
    }
  }

  private void names() {
    int every = drawing.lying() ? 1 : (slots + MOST_NAMES - 1) / MOST_NAMES;
    for (int at = 0; at < drawing.names().size(); at += every) {
      String name = drawing.names().get(at);
      if (drawing.lying()) {
        svg.text("", left - 8.0, middle(at) + 4, "end", shortened(name), name);
      } else {
        svg.text("", middle(at), top + (double) PLOT + LINE, "middle", name, null);
      }
    }
  }

  /** The middle of what belongs to a name, across the axis of numbers. */
  private double middle(int at) {
    return drawing.lying() ? top + (at + 0.5) * slot() : left + (at + 0.5) * plotWidth() / slots;
  }

  private void bars(int at) {
    boolean stacked = drawing.shape() == Shape.STACKS;
    int beside = stacked ? 1 : drawing.series().size();
    double thick =
        drawing.lying() ? BAR : Math.min(WIDEST_BAR, plotWidth() / slots * BAR_SHARE / beside);
    double across = middle(at) - thick * beside / 2;
    double above = 0;
    double below = 0;
    for (Series series : drawing.series()) {
      Point point = series.points().get(at);
      double number = point.number();
      double from = !stacked ? 0 : number < 0 ? below : above;
      bar(series, at, from, from + number, across, thick);
      above += Math.max(0, number);
      below += Math.min(0, number);
      across += stacked ? 0 : thick;
    }
  }

  private void bar(Series series, int at, double from, double to, double across, double thick) {
    double begin = Math.min(at(from), at(to));
    double length = Math.abs(at(to) - at(from));
    if (length == 0) {
      return;
    }
    if (drawing.lying()) {
      svg.rect(colour(series), begin, across, length, thick, told(series, at));
    } else {
      svg.rect(colour(series), across, begin, thick, length, told(series, at));
    }
  }

  /** Where nothing can be told, the line goes on from what is known before to what is after. */
  private void line(Series series) {
    StringBuilder way = new StringBuilder();
    for (int at = 0; at < series.points().size(); at++) {
      Point point = series.points().get(at);
      if (point.value() != null) {
        way.append(SvgWriter.number(middle(at)))
            .append(',')
            .append(SvgWriter.number(at(point.number())))
            .append(' ');
      }
    }
    svg.polyline(colour(series), way.toString().strip());
    for (int at = 0; at < series.points().size(); at++) {
      Point point = series.points().get(at);
      if (point.value() != null) {
        svg.circle(colour(series), middle(at), at(point.number()), told(series, at));
      }
    }
  }

  private String told(Series series, int at) {
    return drawing.names().get(at) + ", " + series.name() + ": " + series.points().get(at).text();
  }

  private static String colour(Series series) {
    return "series-" + (Math.floorMod(series.colour(), COLOURS) + 1);
  }

  static String shortened(String name) {
    int width = 0;
    for (int at = 0; at < name.length(); at++) {
      width += letters(name.charAt(at));
      if (width > LONGEST_NAME) {
        return name.substring(0, Math.max(1, at - 1)).strip() + "…";
      }
    }
    return name;
  }

  /** How wide a text is at most, roughly. */
  static int width(String text) {
    return LETTER * text.chars().map(SvgChart::letters).sum();
  }

  /** Letters of Chinese and Japanese are twice as wide. */
  private static int letters(int character) {
    return character >= WIDE_LETTERS ? 2 : 1;
  }
}
