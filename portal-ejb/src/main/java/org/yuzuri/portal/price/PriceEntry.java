package org.yuzuri.portal.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.platform.Problems;

/**
 * A price as somebody types it in; {@link #check} says what is wrong with it.
 *
 * @param perUnit without tax; 0 to 9999999999.999999, likewise the others
 * @param monthlyCap at most so much for one lease in a calendar month; null: no cap
 * @param setUpFee once; null: none
 * @param trafficPerGb for each 10^9 bytes to and from the outside; null: not charged
 * @param trafficSteps what they cost above a volume of a calendar month
 * @param includedGb so many of them cost nothing in a calendar month; null: none
 * @param currency ISO 4217
 */
public record PriceEntry(
    BilledUnit unit,
    @Nullable BigDecimal perUnit,
    PartOfMonth partOfMonth,
    @Nullable BigDecimal monthlyCap,
    @Nullable BigDecimal setUpFee,
    @Nullable BigDecimal trafficPerGb,
    TrafficSteps trafficSteps,
    @Nullable BigDecimal includedGb,
    String currency) {

  private static final int DIGITS_BEFORE_THE_POINT = 10;
  private static final int DIGITS_BEHIND_THE_POINT = 6;
  private static final String AMOUNT = "0 to 9999999999.999999";

  /** A price of which every GB of traffic costs the same. */
  public PriceEntry(
      BilledUnit unit,
      @Nullable BigDecimal perUnit,
      PartOfMonth partOfMonth,
      @Nullable BigDecimal monthlyCap,
      @Nullable BigDecimal setUpFee,
      @Nullable BigDecimal trafficPerGb,
      @Nullable BigDecimal includedGb,
      String currency) {
    this(
        unit,
        perUnit,
        partOfMonth,
        monthlyCap,
        setUpFee,
        trafficPerGb,
        TrafficSteps.NONE,
        includedGb,
        currency);
  }

  /** A price without any of traffic. */
  public PriceEntry(
      BilledUnit unit,
      @Nullable BigDecimal perUnit,
      PartOfMonth partOfMonth,
      @Nullable BigDecimal monthlyCap,
      @Nullable BigDecimal setUpFee,
      String currency) {
    this(unit, perUnit, partOfMonth, monthlyCap, setUpFee, null, null, currency);
  }

  /** So much for each hour that has begun, and nothing else. */
  public static PriceEntry perHour(BigDecimal amount, String currency) {
    return new PriceEntry(BilledUnit.HOUR, amount, PartOfMonth.WHOLE, null, null, currency);
  }

  /** Notes INVALID_VALUE for each part that is wrong. */
  public void check(Problems problems) {
    problems.unless(
        perUnit != null && isAmount(perUnit),
        "price.perUnit",
        perUnit == null ? "" : perUnit,
        AMOUNT);
    problems.unless(
        monthlyCap == null || isAmount(monthlyCap),
        "price.monthlyCap",
        String.valueOf(monthlyCap),
        AMOUNT);
    problems.unless(
        setUpFee == null || isAmount(setUpFee), "price.setUpFee", String.valueOf(setUpFee), AMOUNT);
    problems.unless(
        trafficPerGb == null || isAmount(trafficPerGb),
        "price.trafficPerGb",
        String.valueOf(trafficPerGb),
        AMOUNT);
    problems.unless(
        trafficSteps.list().isEmpty() || trafficPerGb != null,
        "price.trafficSteps",
        trafficSteps.code(),
        "nothing, when traffic costs nothing");
    problems.unless(
        includedGb == null || (trafficPerGb != null && isAmount(includedGb)),
        "price.includedGb",
        String.valueOf(includedGb),
        trafficPerGb == null ? "nothing, when traffic costs nothing" : AMOUNT);
    problems.unless(
        unit == BilledUnit.MONTH || partOfMonth == PartOfMonth.WHOLE,
        "price.partOfMonth",
        partOfMonth,
        PartOfMonth.WHOLE.name());
    problems.unless(isCurrency(currency), "price.currency", currency, "ISO 4217, as JPY");
  }

  /** The price, once it was checked. */
  public Price price() {
    BigDecimal amount = perUnit;
    if (amount == null) {
      throw new IllegalStateException("not checked");
    }
    return Price.of(
        unit,
        amount,
        partOfMonth,
        monthlyCap,
        setUpFee == null ? BigDecimal.ZERO : setUpFee,
        trafficPerGb,
        trafficSteps.code(),
        includedGb == null ? BigDecimal.ZERO : includedGb,
        currency);
  }

  /** Whether an amount can be kept as it is. */
  public static boolean isAmount(BigDecimal amount) {
    if (amount.signum() < 0) {
      return false;
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() <= DIGITS_BEHIND_THE_POINT
        && plain.precision() - plain.scale() <= DIGITS_BEFORE_THE_POINT;
  }

  /** Whether there is such a currency. */
  public static boolean isCurrency(@Nullable String code) {
    return code != null
        && Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet())
            .contains(code);
  }
}
