package org.yuzuri.portal.invoice.payment;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * A file of payments: comma-separated values (RFC 4180) with the columns {@code reference}, {@code
 * receivedOn} (YYYY-MM-DD), {@code invoice}, {@code amount} and {@code currency}, in the order that
 * its first line names.
 */
final class PaymentFile {

  /** More lines than that are no file of a day's payments. */
  static final int MOST_LINES = 5000;

  private static final int LONGEST = 1_000_000;
  private static final String[] COLUMNS = {
    "reference", "receivedOn", "invoice", "amount", "currency"
  };

  /**
   * Reads a file.
   *
   * @throws ProblemException INVALID_VALUE, for each field of each line that is wrong: field and
   *     line, value, and what was expected
   */
  static List<PaymentDraft> read(String text) {
    if (text.length() > LONGEST) {
      throw ProblemException.invalid("payment.file", text.length(), "at most 1000000 characters");
    }
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
      return lines(parser);
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      throw ProblemException.invalid(
          "payment.file", unreadable.getMessage(), String.join(",", COLUMNS));
    }
  }

  private static List<PaymentDraft> lines(CSVParser parser) {
    if (!parser.getHeaderNames().containsAll(List.of(COLUMNS))) {
      throw ProblemException.invalid(
          "payment.file", parser.getHeaderNames(), String.join(",", COLUMNS));
    }
    List<PaymentDraft> drafts = new ArrayList<>();
    Set<String> references = new HashSet<>();
    Problems problems = new Problems();
    for (CSVRecord line : parser) {
      problems.attempt(() -> draft(line, references)).ifPresent(drafts::add);
      if (line.getRecordNumber() > MOST_LINES) {
        throw ProblemException.invalid("payment.file", "line " + MOST_LINES, "at most 5000 lines");
      }
    }
    problems.unless(
        !drafts.isEmpty() || !problems.list().isEmpty(), "payment.file", "", "a line or more");
    problems.refuse();
    return drafts;
  }

  private static PaymentDraft draft(CSVRecord line, Set<String> references) {
    Problems problems = new Problems();
    if (!line.isConsistent()) {
      throw ProblemException.invalid(
          "payment.line", "line " + number(line), COLUMNS.length + " fields");
    }
    String reference = line.get("reference");
    check(
        problems,
        PaymentFields.isReference(reference),
        line,
        "reference",
        PaymentFields.A_REFERENCE);
    check(problems, references.add(reference), line, "reference", "each reference once");
    String amount = line.get("amount");
    check(problems, PaymentFields.isAmount(amount), line, "amount", PaymentFields.AN_AMOUNT);
    Optional<LocalDate> on = PaymentFields.day(line.get("receivedOn"));
    check(problems, on.isPresent(), line, "receivedOn", PaymentFields.A_DAY);
    check(
        problems,
        Currency.getAvailableCurrencies().stream()
            .anyMatch(known -> known.getCurrencyCode().equals(line.get("currency"))),
        line,
        "currency",
        "a currency such as JPY");
    problems.refuse();
    return new PaymentDraft(
        reference,
        on.orElseThrow(),
        line.get("invoice"),
        new BigDecimal(amount),
        line.get("currency"));
  }

  private static void check(
      Problems problems, boolean good, CSVRecord line, String column, String expected) {
    problems.unless(
        good, "payment." + column, "line " + number(line) + ": " + line.get(column), expected);
  }

  /** The line's own number in the file; the first one names the columns. */
  private static long number(CSVRecord line) {
    return line.getRecordNumber() + 1;
  }

  private PaymentFile() {}
}
