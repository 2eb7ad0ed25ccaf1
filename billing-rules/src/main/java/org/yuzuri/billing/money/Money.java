package org.yuzuri.billing.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount: it has as many digits as its calculation gave it, until {@link Rounding} makes
 * it payable.
 *
 * @param amount without trailing zeros; may be negative
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency)
    implements Comparable<Money>, Serializable {

  /** Leaves trailing zeros out, so that equal amounts are equal. */
  public Money {
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /**
   * An amount as people write it.
   *
   * @param amount such as {@code 12.5}
   * @param currency such as {@code JPY}
   * @throws IllegalArgumentException no such currency, or no decimal number
   */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** Nothing. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sum; both of one currency. */
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  /** The difference; both of one currency. */
  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** So many times the amount, exactly. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /** So many times the amount. */
  public Money times(long factor) {
    return times(BigDecimal.valueOf(factor));
  }

  /** The amount with the other sign. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The smaller of both. */
  public Money atMost(Money limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }

  /** Whether it is less than nothing. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /**
   * As letters have it, the same in every language: with the digits of its currency, such as {@code
   * 1,234 JPY}. For amounts that are payable: more digits are rounded away.
   */
  public String printed() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return String.format(Locale.ROOT, "%,." + digits + "f", amount)
        + " "
        + currency.getCurrencyCode();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + amount.toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of two currencies: " + currency + " and " + other.currency);
    }
    return other;
  }
}
