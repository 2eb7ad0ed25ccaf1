package org.yuzuri.portal.reporting.revenue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Numbers;
import org.yuzuri.portal.reporting.figure.Period;

/**
 * Tables of what was earned; amounts of two currencies never meet. What brought something in the
 * time before and nothing now has its line, too.
 */
final class RevenueTables {

  private final Period period;
  private final List<Earned> now;
  private final List<Earned> before;
  private final List<Earned> foreseen;

  RevenueTables(Period period, List<Earned> all, YearMonth current) {
    this.period = period;
    List<Earned> used = all.stream().filter(each -> each.kind() == RevenueKind.USED).toList();
    now = used.stream().filter(each -> period.has(each.yearMonth())).toList();
    before = used.stream().filter(each -> period.before().has(each.yearMonth())).toList();
    foreseen =
        all.stream()
            .filter(each -> each.kind() == RevenueKind.FORECAST)
            .filter(each -> !each.yearMonth().isBefore(current))
            .toList();
  }

  FigureTable byMonth() {
    List<Line> lines = new ArrayList<>();
    for (String currency : currencies()) {
      Map<String, BigDecimal> sums = sums(now, currency, Earned::month);
      Map<String, BigDecimal> earlier =
          sums(before, currency, e -> e.yearMonth().plusMonths(period.size()).toString());
      for (YearMonth month : period.months()) {
        lines.add(
            new Line(
                month.toString(),
                currency,
                List.of(of(sums, month.toString())),
                of(earlier, month.toString())));
      }
    }
    return new FigureTable(Figure.REVENUE_BY_MONTH, lines, totals(1));
  }

  FigureTable byTenant(Map<Long, String> tenants) {
    return ranked(
        Figure.REVENUE_BY_TENANT,
        each -> Objects.requireNonNullElse(tenants.get(each.tenantId()), "#" + each.tenantId()));
  }

  FigureTable byOffer(Map<Long, String> offers) {
    return ranked(
        Figure.REVENUE_BY_OFFER,
        each ->
            each.offerId() == null
                ? "–"
                : Objects.requireNonNullElse(offers.get(each.offerId()), "#" + each.offerId()));
  }

  private FigureTable ranked(Figure figure, Function<Earned, String> label) {
    List<Line> lines = new ArrayList<>();
    for (String currency : currencies()) {
      Map<String, BigDecimal> sums = sums(now, currency, label);
      Map<String, BigDecimal> earlier = sums(before, currency, label);
      earlier.keySet().forEach(gone -> sums.putIfAbsent(gone, BigDecimal.ZERO));
      BigDecimal total = total(now, currency);
      sums.entrySet().stream()
          .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
          .forEach(
              each -> {
                List<BigDecimal> values = new ArrayList<>();
                values.add(each.getValue());
                values.add(Numbers.percent(each.getValue(), total));
                lines.add(new Line(each.getKey(), currency, values, of(earlier, each.getKey())));
              });
    }
    return new FigureTable(figure, lines, totals(2));
  }

  /** Of the months that come, and of what is left of the current one. */
  FigureTable forecast() {
    List<Line> lines =
        foreseen.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.currency() + each.month(),
                    TreeMap::new,
                    Collectors.reducing((one, other) -> plus(one, other))))
            .values()
            .stream()
            .flatMap(each -> each.stream())
            .map(each -> new Line(each.month(), each.currency(), List.of(each.net()), null))
            .sorted(Comparator.comparing(Line::currency).thenComparing(Line::label))
            .toList();
    return new FigureTable(Figure.FORECAST_BY_MONTH, lines, List.of());
  }

  private static Earned plus(Earned one, Earned other) {
    return new Earned(
        one.month(),
        one.tenantId(),
        one.offerId(),
        one.kind(),
        one.net().add(other.net()),
        one.currency());
  }

  private List<Line> totals(int columns) {
    return currencies().stream()
        .map(
            currency -> {
              List<BigDecimal> values = new ArrayList<>();
              BigDecimal total = total(now, currency);
              values.add(total);
              if (columns > 1) {
                values.add(Numbers.percent(total, total));
              }
              return new Line("", currency, values, total(before, currency));
            })
        .toList();
  }

  private List<String> currencies() {
    return Stream.concat(now.stream(), before.stream())
        .map(Earned::currency)
        .distinct()
        .sorted()
        .toList();
  }

  private static BigDecimal total(List<Earned> some, String currency) {
    return some.stream()
        .filter(each -> each.currency().equals(currency))
        .map(Earned::net)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, BigDecimal> sums(
      List<Earned> some, String currency, Function<Earned, String> label) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    some.stream()
        .filter(each -> each.currency().equals(currency))
        .forEach(each -> sums.merge(label.apply(each), each.net(), BigDecimal::add));
    return sums;
  }

  private static BigDecimal of(Map<String, BigDecimal> sums, String label) {
    return sums.getOrDefault(label, BigDecimal.ZERO);
  }
}
