package org.yuzuri.billing.tax;

import java.util.regex.Pattern;

/**
 * The number under which a seller is registered as an issuer of qualified invoices.
 *
 * @param value {@code T} and 13 digits
 */
public record RegistrationNumber(String value) {

  private static final Pattern SHAPE = Pattern.compile("T[1-9][0-9]{12}");
  private static final int NINE = 9;

  /**
   * Checks shape and check digit. Source: National Tax Agency, "About the check digit of corporate
   * numbers": 9 minus the rest of the sum, divided by nine, of the twelve digits from the right,
   * every second one twice. Numbers of persons are registered without a meaning of their digits and
   * do not pass.
   *
   * @throws IllegalArgumentException {@code T} and 13 digits with their check digit were expected
   */
  public RegistrationNumber {
    if (!SHAPE.matcher(value).matches() || value.charAt(1) - '0' != checkDigit(value)) {
      throw new IllegalArgumentException(
          "registrationNumber: " + value + ", T and 13 digits with their check digit expected");
    }
  }

  private static int checkDigit(String number) {
    int sum = 0;
    for (int place = 1; place <= 12; place++) {
      int digit = number.charAt(number.length() - place) - '0';
      sum += place % 2 == 0 ? 2 * digit : digit;
    }
    return NINE - sum % NINE;
  }
}
