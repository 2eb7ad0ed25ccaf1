package org.yuzuri.billing.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How amounts become payable: the only class that rounds. Which of the three a seller takes is its
 * own choice, the same for all its invoices.
 *
 * <p>Source: National Tax Agency of Japan, Q&amp;A on the qualified invoice system, question 57:
 * rounding up, down or half up is at the seller's discretion.
 */
public enum Rounding {
  /** 切捨て: towards zero. */
  DOWN(RoundingMode.DOWN),
  /** 四捨五入: the nearer one, from a half on away from zero. */
  HALF_UP(RoundingMode.HALF_UP),
  /** 切上げ: away from zero. */
  UP(RoundingMode.UP);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  /** With as many digits as the currency has: none of JPY, two of EUR. */
  public Money of(Money exact) {
    int digits = Math.max(0, exact.currency().getDefaultFractionDigits());
    return new Money(exact.amount().setScale(digits, mode), exact.currency());
  }

  /** A share of an amount, rounded once at the end; {@code whole} is not zero. */
  public Money share(Money amount, BigDecimal part, BigDecimal whole) {
    int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
    BigDecimal product = amount.amount().multiply(part, MathContext.UNLIMITED);
    return new Money(product.divide(whole, digits, mode), amount.currency());
  }
}
