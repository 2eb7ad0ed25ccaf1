package org.yuzuri.portal.price;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.BilledTime;
import org.yuzuri.billing.metering.LeaseEvent.HandedOver;
import org.yuzuri.billing.metering.MonthlyCharge;
import org.yuzuri.billing.metering.Use;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.Tier;
import org.yuzuri.billing.price.TimePrice;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.billing.price.VolumePrice;

/**
 * What a server of an offer costs; all without tax and of one currency.
 *
 * @param time as long as it is leased
 * @param setUp once, with the hand-over
 * @param traffic to and from the outside; null: not charged
 */
public record Price(TimePrice time, Money setUp, @Nullable TrafficPrice traffic)
    implements Serializable {

  private static final int MONTHS = 12;
  private static final int DAYS = 365;
  private static final int HOURS_OF_A_MONTH = 730;
  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final String SEPARATOR = ",";
  private static final int PARTS = 9;
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6})?");

  /** So much for each hour that has begun, and nothing else. */
  public static Price perHour(BigDecimal amount, String currency) {
    return of(
        BilledUnit.HOUR,
        amount,
        PartOfMonth.WHOLE,
        null,
        BigDecimal.ZERO,
        null,
        BigDecimal.ZERO,
        currency);
  }

  /**
   * A price of its parts, every GB of traffic at the same.
   *
   * @param monthlyCap for one lease in one calendar month; null: none
   * @param trafficPerGb for each 10^9 bytes to and from the outside; null: not charged
   * @param includedGb so many of them cost nothing, for one lease in one calendar month
   */
  public static Price of(
      BilledUnit unit,
      BigDecimal perUnit,
      PartOfMonth partOfMonth,
      @Nullable BigDecimal monthlyCap,
      BigDecimal setUpFee,
      @Nullable BigDecimal trafficPerGb,
      BigDecimal includedGb,
      String currency) {
    return of(
        unit, perUnit, partOfMonth, monthlyCap, setUpFee, trafficPerGb, "", includedGb, currency);
  }

  /**
   * A price of its parts.
   *
   * @param trafficSteps those behind the first one, as {@link TrafficSteps#code} writes them
   */
  public static Price of(
      BilledUnit unit,
      BigDecimal perUnit,
      PartOfMonth partOfMonth,
      @Nullable BigDecimal monthlyCap,
      BigDecimal setUpFee,
      @Nullable BigDecimal trafficPerGb,
      String trafficSteps,
      BigDecimal includedGb,
      String currency) {
    Currency code = Currency.getInstance(currency);
    return new Price(
        new TimePrice(
            unit,
            new Money(perUnit, code),
            partOfMonth,
            monthlyCap == null ? null : new Money(monthlyCap, code)),
        new Money(setUpFee, code),
        trafficPerGb == null
            ? null
            : new TrafficPrice(
                TrafficSteps.ofCode(trafficSteps).behind(trafficPerGb, code), includedGb));
  }

  /** Of so many servers together. */
  public Price times(long servers) {
    Money cap = time.monthlyCap();
    return new Price(
        new TimePrice(
            time.unit(),
            time.perUnit().times(servers),
            time.partOfMonth(),
            cap == null ? null : cap.times(servers)),
        setUp.times(servers),
        traffic == null
            ? null
            : new TrafficPrice(
                times(traffic.price(), BigDecimal.valueOf(servers)),
                traffic.includedGb().multiply(BigDecimal.valueOf(servers))));
  }

  private static VolumePrice times(VolumePrice price, BigDecimal servers) {
    return new VolumePrice(
        price.tiers().stream()
            .map(tier -> new Tier(tier.from().multiply(servers), tier.perUnit()))
            .toList());
  }

  /** The same price but for the amounts of each GB of traffic; what is included stays. */
  public Price withTrafficAt(VolumePrice perGb) {
    BigDecimal included = traffic == null ? BigDecimal.ZERO : traffic.includedGb();
    return new Price(time, setUp, new TrafficPrice(perGb, included));
  }

  /** ISO 4217. */
  public String currency() {
    return setUp.currency().getCurrencyCode();
  }

  /** Whether setting up costs something. */
  public boolean hasSetUp() {
    return setUp.amount().signum() != 0;
  }

  /** About so much for a whole month: 730 hours, the twelfth part of 365 days. */
  public Money perMonth() {
    Money perUnit = time.perUnit();
    Money month =
        switch (time.unit()) {
          case MINUTE -> perUnit.times((long) HOURS_OF_A_MONTH * MINUTES_OF_AN_HOUR);
          case HOUR -> perUnit.times(HOURS_OF_A_MONTH);
          case DAY ->
              Rounding.HALF_UP.share(perUnit, BigDecimal.valueOf(DAYS), BigDecimal.valueOf(MONTHS));
          case MONTH -> perUnit;
        };
    Money cap = time.monthlyCap();
    return cap == null ? month : month.atMost(cap);
  }

  /**
   * What a lease comes to, set-up included, when nothing disturbs it.
   *
   * @param from the hand-over: months and their caps go by the calendar
   */
  public Money total(Instant from, Duration length, BillingRules rules) {
    BilledTime had = BilledTime.of(List.of(new HandedOver(from)), from.plus(length));
    return used(had, rules).plus(rules.rounding().of(setUp));
  }

  /** What a lease's time costs, without the set-up. */
  public Money used(BilledTime had, BillingRules rules) {
    Money sum = Money.zero(setUp.currency());
    if (had.handedOver().isEmpty()) {
      return sum;
    }
    for (MonthlyCharge month :
        MonthlyCharge.of(
                had.handedOver().get(),
                Use.byHour(had, time, rules.zone()),
                time,
                rules.zone(),
                rules.rounding())
            .values()) {
      sum = sum.plus(month.net());
    }
    return sum;
  }

  /** As audit entries and messages tell it, such as {@code 12.5 JPY / HOUR}. */
  public String text() {
    Money cap = time.monthlyCap();
    return plain(time.perUnit())
        + " "
        + currency()
        + " / "
        + time.unit()
        + (time.counted() == time.unit() ? "" : ", by started days")
        + (cap == null ? "" : ", at most " + plain(cap) + " a month")
        + (hasSetUp() ? ", set-up " + plain(setUp) : "")
        + (traffic == null
            ? ""
            : ", traffic "
                + plain(traffic.perGb())
                + " / GB above "
                + traffic.includedGb().toPlainString()
                + " GB"
                + TrafficSteps.of(traffic.price()).text());
  }

  /** As a page carries it; {@link #ofCode} reads it. */
  public String code() {
    Money cap = time.monthlyCap();
    return String.join(
        SEPARATOR,
        time.unit().name(),
        plain(time.perUnit()),
        time.partOfMonth() == PartOfMonth.WHOLE ? "0" : "1",
        cap == null ? "" : plain(cap),
        plain(setUp),
        traffic == null ? "" : plain(traffic.perGb()),
        traffic == null ? "0" : traffic.includedGb().toPlainString(),
        currency(),
        traffic == null ? "" : TrafficSteps.of(traffic.price()).code());
  }

  /**
   * Reads what {@link #code} wrote.
   *
   * @throws IllegalArgumentException anything else
   */
  public static Price ofCode(String code) {
    String[] part = code.split(SEPARATOR, -1);
    if (part.length != PARTS
        || !AMOUNT.matcher(part[1]).matches()
        || !part[2].matches("[01]")
        || !(part[3].isEmpty() || AMOUNT.matcher(part[3]).matches())
        || !AMOUNT.matcher(part[4]).matches()
        || !(part[5].isEmpty() || AMOUNT.matcher(part[5]).matches())
        || !AMOUNT.matcher(part[6]).matches()) {
      throw new IllegalArgumentException("price: " + code);
    }
    return of(
        BilledUnit.valueOf(part[0]),
        new BigDecimal(part[1]),
        part[2].equals("0") ? PartOfMonth.WHOLE : PartOfMonth.STARTED_DAYS,
        part[3].isEmpty() ? null : new BigDecimal(part[3]),
        new BigDecimal(part[4]),
        part[5].isEmpty() ? null : new BigDecimal(part[5]),
        part[8],
        new BigDecimal(part[6]),
        part[7]);
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }
}
