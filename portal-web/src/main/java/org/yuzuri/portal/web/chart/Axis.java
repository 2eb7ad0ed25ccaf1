package org.yuzuri.portal.web.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis of numbers that has room for some and begins at 0, or below it: its marks are round.
 *
 * @param step between two marks: 1, 2 or 5 times a power of ten
 * @param first number of the first mark, in steps; 0 or less
 * @param last number of the last one; more than {@code first}
 */
record Axis(double step, int first, int last) {

  private static final int MOST_STEPS = 6;
  private static final double[] ROUND = {1, 2, 5, 10};

  static Axis of(double... numbers) {
    double low = Math.min(0, Arrays.stream(numbers).min().orElse(0));
    double high = Math.max(0, Arrays.stream(numbers).max().orElse(0));
    if (low == high) {
      return new Axis(1, 0, 1);
    }
    double rough = (high - low) / MOST_STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        Arrays.stream(ROUND)
            .map(one -> one * power)
            .filter(one -> one >= rough)
            .min()
            .orElse(rough);
    return new Axis(step, (int) Math.floor(low / step), (int) Math.ceil(high / step));
  }

  /** The numbers of its marks, rising. */
  List<Double> marks() {
    return IntStream.rangeClosed(first, last).mapToObj(mark -> mark * step).toList();
  }

  /** How far along the axis a number is, from 0 to 1. */
  double share(double number) {
    return (number / step - first) / (last - first);
  }
}
