package org.yuzuri.portal.web.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows: for each name, one point of each series.
 *
 * @param lying whether names stand below each other, rather than side by side; never with lines
 * @param unit of the numbers, at their axis; may be empty
 * @param series each with as many points as there are names
 */
public record Drawing(
    Shape shape, boolean lying, String unit, List<String> names, List<Series> series) {

  public Drawing {
    names = List.copyOf(names);
    series = List.copyOf(series);
  }

  /** How points are drawn. */
  public enum Shape {
    /** Bars beside each other. */
    BARS,
    /** Bars upon each other. */
    STACKS,
    /** A line for each series. */
    LINES
  }

  /**
   * One series.
   *
   * @param colour number of its colour, from 0
   */
  public record Series(String name, int colour, List<Point> points) {

    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One point.
   *
   * @param value null where nothing can be told
   * @param text the value in words
   */
  public record Point(@Nullable BigDecimal value, String text) {

    double number() {
      return value == null ? 0 : value.doubleValue();
    }
  }

  /** Everything that the axis of numbers has to have room for. */
  double[] ends() {
    return series.stream()
        .flatMap(one -> one.points().stream())
        .mapToDouble(Point::number)
        .toArray();
  }

  /** The same of bars upon each other: of each name the sum above 0 and that below. */
  double[] sums() {
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(
            at -> {
              double above = series.stream().mapToDouble(s -> Math.max(0, number(s, at))).sum();
              double below = series.stream().mapToDouble(s -> Math.min(0, number(s, at))).sum();
              return List.of(above, below).stream();
            })
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double number(Series series, int at) {
    return series.points().get(at).number();
  }
}
