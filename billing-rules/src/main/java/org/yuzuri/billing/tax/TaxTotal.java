package org.yuzuri.billing.tax;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;

/**
 * The tax of all lines of one category and rate of an invoice, rounded once.
 *
 * <p>Source: National Tax Agency of Japan, Q&amp;A on the qualified invoice system, question 57:
 * one rounding for each rate of one invoice; lines are not rounded for their tax.
 *
 * @param net the sum of the lines
 * @param tax of that sum
 */
public record TaxTotal(TaxCategory category, BigDecimal percent, Money net, Money tax) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private record Rate(TaxCategory category, BigDecimal percent) {}

  /** The totals of an invoice's lines, by category, then rate. */
  public static List<TaxTotal> of(Collection<TaxableAmount> lines, Rounding rounding) {
    Map<Rate, Money> sums =
        new TreeMap<>(Comparator.comparing(Rate::category).thenComparing(Rate::percent));
    for (TaxableAmount line : lines) {
      sums.merge(new Rate(line.category(), line.percent()), line.net(), Money::plus);
    }
    return sums.entrySet().stream()
        .map(
            sum ->
                new TaxTotal(
                    sum.getKey().category(),
                    sum.getKey().percent(),
                    sum.getValue(),
                    rounding.share(sum.getValue(), sum.getKey().percent(), HUNDRED)))
        .toList();
  }

  /**
   * The totals of the next part of something whose parts are documents of their own, such as the
   * credit notes of one invoice: each rate has the tax of all parts so far, less that of the parts
   * before. Parts that are the whole have its tax together, to the last digit, however many they
   * are; each has its own exact tax, rounded up or down.
   *
   * @param before totals of the parts before, in any order; a rate may be there several times
   * @param lines of this part
   */
  public static List<TaxTotal> following(
      Collection<TaxTotal> before, Collection<TaxableAmount> lines, Rounding rounding) {
    return of(lines, rounding).stream().map(part -> part.following(before, rounding)).toList();
  }

  private TaxTotal following(Collection<TaxTotal> before, Rounding rounding) {
    Money nets = net;
    Money taxes = Money.zero(net.currency());
    for (TaxTotal part : before) {
      if (part.category == category && part.percent.compareTo(percent) == 0) {
        nets = nets.plus(part.net);
        taxes = taxes.plus(part.tax);
      }
    }
    return new TaxTotal(
        category, percent, net, rounding.share(nets, percent, HUNDRED).minus(taxes));
  }
}
