package org.yuzuri.portal.invoice.document;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.yuzuri.billing.money.Money;

/** What is printed on documents, in one language. */
final class InvoiceWords {

  static final String BUNDLE = "org.yuzuri.portal.invoice.document.words";

  private final Locale language;
  private final ResourceBundle words;

  /**
   * Words of a language.
   *
   * @param language English or Japanese; any other is English
   */
  InvoiceWords(Locale language) {
    boolean japanese = language.getLanguage().equals(Locale.JAPANESE.getLanguage());
    this.language = japanese ? Locale.JAPANESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(BUNDLE, this.language, InvoiceWords.class.getClassLoader());
  }

  Locale language() {
    return language;
  }

  String get(String key, Object... values) {
    String pattern = words.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, language).format(values);
  }

  /** Of a constant. */
  String of(String prefix, Enum<?> constant) {
    return words.getString(prefix + "." + constant.name());
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(get("form.date"), language).format(date);
  }

  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern(get("form.month"), language).format(month);
  }

  /** To the minute, by the clocks of the zone. */
  String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
        .withZone(zone)
        .format(instant);
  }

  /** With the currency's sign, and as many digits as it has, or more when the amount has them. */
  String money(Money money) {
    Currency currency = money.currency();
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, money.amount().stripTrailingZeros().scale()));
    return format.format(money.amount());
  }

  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
    return format.format(number);
  }
}
