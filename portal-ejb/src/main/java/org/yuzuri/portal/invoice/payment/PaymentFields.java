package org.yuzuri.portal.invoice.payment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the fields of a payment may say, in a file and in a form alike. */
final class PaymentFields {

  static final String A_REFERENCE = "1 to 64 characters in one line";
  static final String A_DAY = "YYYY-MM-DD";
  static final String AN_AMOUNT = "a number other than 0 such as 1200 or 12.50";
  static final String AN_INVOICE = "the number of an invoice";

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]{1,64}");

  /** The database's years have four digits. */
  private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  static boolean isAmount(String text) {
    return AMOUNT.matcher(text).matches() && new BigDecimal(text).signum() != 0;
  }

  /** Empty when it is no day. */
  static Optional<LocalDate> day(String text) {
    if (!DAY.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private PaymentFields() {}
}
