package org.yuzuri.billing.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.TimePrice;

/**
 * What a lease's time costs in one calendar month of the contract's zone.
 *
 * @param month which
 * @param pieces used in it, of {@link TimePrice#counted()}
 * @param net without tax, payable
 */
public record MonthlyCharge(YearMonth month, long pieces, Money net) {

  /**
   * The charges of a lease, by their months.
   *
   * @param handedOver the beginning of the first piece
   * @param used pieces by the hour, of the price's counted unit
   * @param rounding for a cut price's share and for prices with more digits than the currency
   */
  public static SortedMap<YearMonth, MonthlyCharge> of(
      Instant handedOver,
      Map<Instant, Long> used,
      TimePrice price,
      ZoneId zone,
      Rounding rounding) {
    SortedMap<YearMonth, SortedMap<Long, Long>> days = new TreeMap<>();
    used.forEach(
        (hour, pieces) -> {
          YearMonth month = YearMonth.from(hour.atZone(zone));
          long share = isShared(price) ? BilledUnit.MONTH.number(handedOver, hour, zone) : 0;
          days.computeIfAbsent(month, ignored -> new TreeMap<>()).merge(share, pieces, Long::sum);
        });
    SortedMap<YearMonth, MonthlyCharge> charges = new TreeMap<>();
    days.forEach(
        (month, shares) -> {
          Money net = Money.zero(price.perUnit().currency());
          long pieces = 0;
          for (Map.Entry<Long, Long> share : shares.entrySet()) {
            pieces += share.getValue();
            net =
                net.plus(cost(handedOver, share.getKey(), share.getValue(), price, zone, rounding));
          }
          Money cap = price.monthlyCap();
          charges.put(
              month,
              new MonthlyCharge(month, pieces, rounding.of(cap == null ? net : net.atMost(cap))));
        });
    return charges;
  }

  private static Money cost(
      Instant handedOver,
      long month,
      long pieces,
      TimePrice price,
      ZoneId zone,
      Rounding rounding) {
    if (!isShared(price)) {
      return price.perUnit().times(pieces);
    }
    LocalDate begin = LocalDate.ofInstant(BilledUnit.MONTH.begin(handedOver, month, zone), zone);
    LocalDate end = LocalDate.ofInstant(BilledUnit.MONTH.begin(handedOver, month + 1, zone), zone);
    return rounding.share(
        price.perUnit(),
        BigDecimal.valueOf(pieces),
        BigDecimal.valueOf(ChronoUnit.DAYS.between(begin, end)));
  }

  private static boolean isShared(TimePrice price) {
    return price.unit() != price.counted();
  }
}
