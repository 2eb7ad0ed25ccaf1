package org.yuzuri.portal.invoice.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.traffic.Traffic.Passed;

/**
 * The oracle: knows what really happened, and works out on paper what a tenant owes for each month,
 * from a {@link Clerk}'s strokes. Shares no code with the rules.
 */
final class Bookkeeper {

  private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RandomTenant tenant;
  private final Clerk clerk;
  private final Map<YearMonth, Clerk.Strokes> strokes;

  Bookkeeper(RandomTenant tenant) {
    this.tenant = tenant;
    clerk = new Clerk(tenant.paper.counted(), tenant.rules.zone(), tenant.begin.getEpochSecond());
    strokes = clerk.strokes(tenant.paused);
  }

  /** Amounts without tax, by month and kind; none of 0. */
  Map<YearMonth, Map<ChargeKind, BigDecimal>> owed() {
    Map<YearMonth, Map<ChargeKind, BigDecimal>> all = new TreeMap<>();
    tenant.terms.forEach((month, terms) -> all.put(month, owed(month, terms)));
    all.values().removeIf(Map::isEmpty);
    return all;
  }

  /** Seconds of a month that faults took. */
  long paused(YearMonth month) {
    return strokes.getOrDefault(month, new Clerk.Strokes()).paused;
  }

  private Map<ChargeKind, BigDecimal> owed(YearMonth month, MonthTerms terms) {
    Clerk.Strokes made = strokes.getOrDefault(month, new Clerk.Strokes());
    String currency = tenant.paper.currency();
    BigDecimal time = time(made, currency);
    BigDecimal setUp =
        month.equals(tenant.month(tenant.begin))
            ? round(tenant.paper.setUp(), currency)
            : BigDecimal.ZERO;
    BigDecimal traffic = traffic(month, currency);
    BigDecimal storage = storage(month, terms);
    BigDecimal off =
        round(part(time.add(setUp).add(traffic), terms.discount()), currency)
            .add(round(part(storage, terms.discount()), terms.currency()));
    BigDecimal back = BigDecimal.ZERO;
    if (made.paused > terms.slaHours() * 3600L) {
      BigDecimal paid = HUNDRED.subtract(terms.discount());
      back = round(part(part(time, terms.slaPercent()), paid), currency);
    }
    Map<ChargeKind, BigDecimal> owed = new EnumMap<>(ChargeKind.class);
    put(owed, ChargeKind.SERVER_TIME, time);
    put(owed, ChargeKind.SETUP, setUp);
    put(owed, ChargeKind.TRAFFIC, traffic);
    put(owed, ChargeKind.STORAGE, storage);
    put(owed, ChargeKind.DISCOUNT, off.negate());
    put(owed, ChargeKind.SLA_CREDIT, back.negate());
    return owed;
  }

  private BigDecimal time(Clerk.Strokes made, String currency) {
    BigDecimal sum = tenant.paper.perUnit().multiply(BigDecimal.valueOf(made.all));
    if (tenant.paper.startedDays()) {
      sum = BigDecimal.ZERO;
      for (Map.Entry<Integer, Long> days : made.byLeaseMonth.entrySet()) {
        sum =
            sum.add(
                tenant
                    .paper
                    .perUnit()
                    .multiply(BigDecimal.valueOf(days.getValue()))
                    .divide(
                        BigDecimal.valueOf(clerk.days(days.getKey())), digits(currency), mode()));
      }
    }
    BigDecimal cap = tenant.paper.cap();
    return round(cap == null ? sum : sum.min(cap), currency);
  }

  private BigDecimal traffic(YearMonth month, String currency) {
    BigDecimal perGb = tenant.paper.perGb();
    if (perGb == null) {
      return BigDecimal.ZERO;
    }
    long bytes = 0;
    for (Passed reading : tenant.readings) {
      if (tenant.month(reading.readAt()).equals(month)) {
        bytes += reading.sent() + reading.received();
      }
    }
    BigDecimal gb = BigDecimal.valueOf(bytes).divide(GB, 6, RoundingMode.HALF_UP);
    BigDecimal free = tenant.paper.included();
    BigDecimal step = tenant.paper.step();
    BigDecimal below = step == null ? gb : gb.min(step);
    BigDecimal above = step == null ? BigDecimal.ZERO : gb.subtract(step.max(free));
    return round(
        below
            .subtract(free)
            .max(BigDecimal.ZERO)
            .multiply(perGb)
            .add(above.max(BigDecimal.ZERO).multiply(tenant.paper.perGbAbove())),
        currency);
  }

  private BigDecimal storage(YearMonth month, MonthTerms terms) {
    BigDecimal bytes = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, Long> day : tenant.images.entrySet()) {
      if (YearMonth.from(day.getKey()).equals(month)) {
        bytes = bytes.add(BigDecimal.valueOf(day.getValue()));
      }
    }
    BigDecimal days = BigDecimal.valueOf(month.lengthOfMonth());
    BigDecimal gb = bytes.divide(GB.multiply(days), 6, RoundingMode.HALF_UP);
    BigDecimal first = gb.min(terms.step());
    return round(
        first.multiply(terms.perGb()).add(gb.subtract(first).multiply(terms.perGbAbove())),
        terms.currency());
  }

  /** Consumption tax of an amount, as an invoice has it. */
  BigDecimal tax(BigDecimal net, BigDecimal percent, String currency) {
    return round(part(net, percent), currency);
  }

  private static void put(Map<ChargeKind, BigDecimal> owed, ChargeKind kind, BigDecimal amount) {
    if (amount.signum() != 0) {
      owed.put(kind, amount.stripTrailingZeros());
    }
  }

  private static BigDecimal part(BigDecimal of, BigDecimal percent) {
    return of.multiply(percent).movePointLeft(2);
  }

  private BigDecimal round(BigDecimal exact, String currency) {
    return exact.setScale(digits(currency), mode());
  }

  private static int digits(String currency) {
    return currency.equals("EUR") ? 2 : 0;
  }

  private RoundingMode mode() {
    Rounding rounding = tenant.rules.rounding();
    return switch (rounding) {
      case DOWN -> RoundingMode.DOWN;
      case HALF_UP -> RoundingMode.HALF_UP;
      case UP -> RoundingMode.UP;
    };
  }
}
