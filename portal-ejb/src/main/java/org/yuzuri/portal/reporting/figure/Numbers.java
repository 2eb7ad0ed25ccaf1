package org.yuzuri.portal.reporting.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as figures show them. */
public final class Numbers {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
  private static final double NINETY = 0.9;
  private static final double HALF = 0.5;

  /** Hours with one digit. */
  public static BigDecimal hours(long seconds) {
    return BigDecimal.valueOf(seconds).divide(SECONDS_OF_AN_HOUR, 1, RoundingMode.HALF_UP);
  }

  /** A share in hundredths with one digit; null of nothing. */
  public static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }

  /** A share in hundredths with one digit; null of nothing. */
  public static @Nullable BigDecimal percent(long part, long whole) {
    return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** The value that half of them do not exceed; null of none. */
  public static @Nullable BigDecimal median(List<Long> values) {
    return quantile(values, HALF);
  }

  /** The value that nine of ten do not exceed; null of none. */
  public static @Nullable BigDecimal ninetieth(List<Long> values) {
    return quantile(values, NINETY);
  }

  /** The largest; null of none. */
  public static @Nullable BigDecimal largest(List<Long> values) {
    return quantile(values, 1);
  }

  /** By the nearest rank: one of the values, none in between. */
  private static @Nullable BigDecimal quantile(List<Long> values, double share) {
    if (values.isEmpty()) {
      return null;
    }
    List<Long> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return BigDecimal.valueOf(sorted.get(Math.max(1, rank) - 1));
  }

  private Numbers() {}
}
