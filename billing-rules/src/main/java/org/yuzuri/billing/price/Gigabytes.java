package org.yuzuri.billing.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The only place where bytes become a volume that has a price: GB of 10^9 bytes. */
public final class Gigabytes {

  private static final BigDecimal BYTES = BigDecimal.valueOf(1_000_000_000);
  private static final int DIGITS = 6;

  private Gigabytes() {}

  /** So many bytes in GB, to six digits (1000 bytes), half up. */
  public static BigDecimal of(long bytes) {
    return mean(bytes, 1);
  }

  /**
   * The mean of several measurements.
   *
   * @param bytes their sum
   * @param measurements how many
   */
  public static BigDecimal mean(long bytes, int measurements) {
    return BigDecimal.valueOf(bytes)
        .divide(BYTES.multiply(BigDecimal.valueOf(measurements)), DIGITS, RoundingMode.HALF_UP);
  }
}
