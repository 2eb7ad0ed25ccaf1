package org.yuzuri.portal.price.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TimePrice;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.TrafficSteps;

/**
 * What was agreed of an offer's price with a tenant; all other parts are the list's when an order
 * is placed.
 *
 * @param whole all of it was agreed, before parts could be; null when only parts were
 * @param unit what {@code perUnit} is for; null with it
 * @param partOfMonth what a piece of a month cost when it was agreed; null: the whole
 * @param perUnit for each unit, without tax; null: as the list has it
 * @param perGb for each GB of outside traffic, without tax; null: as the list has it
 * @param steps what a GB costs above a volume; none without {@code perGb}
 * @param currency of the amounts, ISO 4217
 */
public record OwnPrice(
    @Nullable Price whole,
    @Nullable BilledUnit unit,
    @Nullable PartOfMonth partOfMonth,
    @Nullable BigDecimal perUnit,
    @Nullable BigDecimal perGb,
    TrafficSteps steps,
    String currency)
    implements Serializable {

  /** What was agreed when the list says this. */
  static OwnPrice agreed(
      @Nullable BigDecimal perUnit, @Nullable BigDecimal perGb, TrafficSteps steps, Price list) {
    TimePrice time = perUnit == null ? null : list.time();
    return new OwnPrice(
        null,
        time == null ? null : time.unit(),
        time == null ? null : time.partOfMonth(),
        perUnit,
        perGb,
        steps,
        list.currency());
  }

  /**
   * The same, but that an amount which nobody typed anew is for what it was agreed for, whatever
   * the list's unit and currency are by now.
   *
   * @param before of the version that it was typed over; null when it had none
   */
  OwnPrice keeping(@Nullable OwnPrice before) {
    if (before == null
        || !isSame(perUnit, before.perUnit)
        || (!currency.equals(before.currency) && !isSameTraffic(before))) {
      return this;
    }
    return new OwnPrice(
        null, before.unit, before.partOfMonth, perUnit, perGb, steps, before.currency);
  }

  private boolean isSameTraffic(OwnPrice before) {
    return isSame(perGb, before.perGb) && steps.code().equals(before.steps.code());
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }

  /**
   * What the tenant pays when the list says this. Amounts of another currency than the list's say
   * nothing of it: the list holds.
   */
  public Price over(Price list) {
    if (whole != null) {
      return whole;
    }
    if (!currency.equals(list.currency())) {
      return list;
    }
    Price price = list;
    if (perUnit != null && unit != null) {
      price = new Price(time(list.time(), unit, money(perUnit)), list.setUp(), list.traffic());
    }
    return perGb == null
        ? price
        : price.withTrafficAt(steps.behind(perGb, Currency.getInstance(currency)));
  }

  private TimePrice time(TimePrice list, BilledUnit agreed, Money amount) {
    PartOfMonth part = partOfMonth == null ? PartOfMonth.WHOLE : partOfMonth;
    return new TimePrice(
        agreed, amount, list.unit() == agreed ? list.partOfMonth() : part, list.monthlyCap());
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, Currency.getInstance(currency));
  }

  /** As audit entries tell it, such as {@code 12.5 JPY / HOUR, traffic 7 JPY / GB}. */
  String text() {
    if (whole != null) {
      return whole.text();
    }
    String time = perUnit == null ? "" : perUnit.toPlainString() + " " + currency + " / " + unit;
    String traffic =
        perGb == null
            ? ""
            : "traffic " + perGb.toPlainString() + " " + currency + " / GB" + steps.text();
    return time + (time.isEmpty() || traffic.isEmpty() ? "" : ", ") + traffic;
  }
}
