package org.yuzuri.portal.price.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.TrafficSteps;

/**
 * A contract as somebody types it in. Whatever is wrong with it is refused at once.
 *
 * @param seen number of the version that it was typed over; 0 for none
 * @param from the first month that it holds for, as YEAR-MONTH
 * @param discount in percent, 0 to 100, at most two digits behind the point
 * @param currency of what is charged without a lease; ISO 4217
 * @param note at most 300 characters; may be empty
 * @param prices for each unit of an offer's price, without tax, by the offer's id
 * @param traffic for each GB of outside traffic, without tax, by the offer's id
 * @param steps what a GB costs above a volume, by the id of an offer that {@code traffic} names
 */
public record ContractEntry(
    int seen,
    String from,
    @Nullable BigDecimal discount,
    TaxCategory tax,
    String currency,
    String note,
    Map<Long, BigDecimal> prices,
    Map<Long, BigDecimal> traffic,
    Map<Long, TrafficSteps> steps) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LONGEST_NOTE = 300;

  /**
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  public ContractEntry {
    prices = Map.copyOf(prices);
    traffic = Map.copyOf(traffic);
    steps = Map.copyOf(steps);
    Problems problems = new Problems();
    problems.attempt(() -> month("contract.from", from));
    problems.unless(
        discount != null && isPercent(discount),
        "contract.discount",
        discount == null ? "" : discount,
        "0 to 100");
    problems.unless(
        PriceEntry.isCurrency(currency), "price.currency", currency, "ISO 4217, as JPY");
    problems.unless(
        note.length() <= LONGEST_NOTE && note.chars().noneMatch(Character::isISOControl),
        "contract.note",
        note,
        "one line of at most 300 characters");
    check(problems, "price.perUnit", prices);
    check(problems, "price.trafficPerGb", traffic);
    for (Map.Entry<Long, TrafficSteps> own : steps.entrySet()) {
      problems.unless(
          own.getValue().list().isEmpty() || traffic.containsKey(own.getKey()),
          "price.trafficSteps",
          own.getValue().code(),
          "nothing, without a price of each GB of outside traffic");
    }
    problems.refuse();
  }

  /** The same, with every GB of an offer's traffic at the same. */
  public ContractEntry(
      int seen,
      String from,
      @Nullable BigDecimal discount,
      TaxCategory tax,
      String currency,
      String note,
      Map<Long, BigDecimal> prices,
      Map<Long, BigDecimal> traffic) {
    this(seen, from, discount, tax, currency, note, prices, traffic, Map.of());
  }

  /** The same, with traffic as the list has it. */
  public ContractEntry(
      int seen,
      String from,
      @Nullable BigDecimal discount,
      TaxCategory tax,
      String currency,
      String note,
      Map<Long, BigDecimal> prices) {
    this(seen, from, discount, tax, currency, note, prices, Map.of());
  }

  private static void check(Problems problems, String field, Map<Long, BigDecimal> amounts) {
    amounts.forEach(
        (offer, amount) ->
            problems.unless(PriceEntry.isAmount(amount), field, amount, "0 to 9999999999.999999"));
  }

  /** The first month that it holds for. */
  public YearMonth month() {
    return month("contract.from", from);
  }

  /**
   * Reads a month.
   *
   * @throws ProblemException INVALID_VALUE
   */
  public static YearMonth month(String field, String text) {
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeException wrong) {
      throw ProblemException.invalid(field, text, "YEAR-MONTH, as 2026-04");
    }
  }

  /** Whether it is a share of a hundred with at most two digits behind the point. */
  public static boolean isPercent(BigDecimal number) {
    return number.signum() >= 0
        && number.compareTo(HUNDRED) <= 0
        && number.stripTrailingZeros().scale() <= 2;
  }
}
