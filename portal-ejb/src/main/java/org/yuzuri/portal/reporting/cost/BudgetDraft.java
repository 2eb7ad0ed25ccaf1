package org.yuzuri.portal.reporting.cost;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * A budget as it was typed.
 *
 * @param label {@code KEY=VALUE}; blank: everything
 * @param amount of a month, without tax, such as {@code 120000}
 * @param currency ISO 4217
 * @param thresholds percent, such as {@code 50, 80, 100}
 */
public record BudgetDraft(String label, String amount, String currency, String thresholds) {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MOST_THRESHOLDS = 5;
  private static final int HIGHEST = 500;
  private static final String ONE_LABEL = "one KEY=VALUE, or nothing";
  private static final int MOST_DIGITS = 6;

  /** What was read. */
  record Read(String label, Money amount, List<Integer> thresholds) {}

  /**
   * Reads it.
   *
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  Read read() {
    Problems problems = new Problems();
    Optional<String> of = problems.attempt(this::oneLabel);
    Optional<Currency> in = problems.attempt(this::knownCurrency);
    Optional<BigDecimal> most =
        problems.attempt(
            () -> number(in.map(Currency::getDefaultFractionDigits).orElse(MOST_DIGITS)));
    Optional<List<Integer>> told = problems.attempt(this::percents);
    problems.refuse();
    return new Read(
        of.orElseThrow(), new Money(most.orElseThrow(), in.orElseThrow()), told.orElseThrow());
  }

  private String oneLabel() {
    try {
      List<String> labels = Labels.of(label).list();
      if (labels.size() <= 1) {
        return labels.isEmpty() ? "" : labels.get(0);
      }
    } catch (ProblemException none) {
      throw ProblemException.invalid("label", label, ONE_LABEL);
    }
    throw ProblemException.invalid("label", label, ONE_LABEL);
  }

  private Currency knownCurrency() {
    try {
      Currency known = Currency.getInstance(currency.strip());
      if (known.getDefaultFractionDigits() >= 0) {
        return known;
      }
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("currency", currency, "three letters such as JPY");
    }
    throw ProblemException.invalid("currency", currency, "three letters such as JPY");
  }

  private BigDecimal number(int digits) {
    String text = amount.strip();
    if (text.matches("[0-9]{1,13}(\\.[0-9]{1,6})?")) {
      BigDecimal read = new BigDecimal(text).stripTrailingZeros();
      if (read.signum() > 0 && read.compareTo(MOST) <= 0 && read.scale() <= digits) {
        return read;
      }
    }
    throw ProblemException.invalid(
        "amount",
        amount,
        "more than 0, at most " + MOST + ", with at most " + digits + " digits behind the point");
  }

  private List<Integer> percents() {
    List<String> parts =
        Arrays.stream(thresholds.split("[\\s,]+", -1)).filter(part -> !part.isEmpty()).toList();
    boolean good =
        !parts.isEmpty()
            && parts.size() <= MOST_THRESHOLDS
            && parts.stream().allMatch(part -> part.matches("[1-9][0-9]{0,2}"));
    List<Integer> read =
        good ? parts.stream().map(Integer::valueOf).distinct().sorted().toList() : List.of();
    if (!good || read.get(read.size() - 1) > HIGHEST) {
      throw ProblemException.invalid(
          "thresholds",
          thresholds,
          "1 to " + MOST_THRESHOLDS + " whole numbers from 1 to " + HIGHEST);
    }
    return read;
  }
}
