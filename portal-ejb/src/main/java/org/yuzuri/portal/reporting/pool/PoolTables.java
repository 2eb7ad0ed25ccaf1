package org.yuzuri.portal.reporting.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Numbers;
import org.yuzuri.portal.reporting.figure.Period;

/** Tables of what servers spent their time in. */
final class PoolTables {

  private static final int DIGITS = 2;

  /** Of the 730 hours that {@link Price#perMonth} reckons with. */
  private static final BigDecimal SECONDS_OF_A_MONTH = BigDecimal.valueOf(730 * 3600);

  private final Period period;
  private final List<Spent> now;
  private final List<Spent> before;

  PoolTables(Period period, List<Spent> spent) {
    this.period = period;
    this.now = spent.stream().filter(each -> period.has(each.month())).toList();
    this.before = spent.stream().filter(each -> !period.has(each.month())).toList();
  }

  List<FigureTable> tables() {
    return List.of(
        byMonth(),
        table(Figure.POOL_BY_OFFER, each -> each.server().offer()),
        table(Figure.POOL_BY_SERVER, each -> each.server().name()),
        idleCapital());
  }

  FigureTable byMonth() {
    Map<String, UseTimes> months = sums(now, each -> each.month().toString());
    period.months().forEach(month -> months.putIfAbsent(month.toString(), new UseTimes()));
    Map<String, UseTimes> earlier =
        sums(before, each -> each.month().plusMonths(period.size()).toString());
    return new FigureTable(Figure.POOL_BY_MONTH, lines(months, earlier), totals());
  }

  private FigureTable table(Figure figure, Function<Spent, String> label) {
    List<Line> lines = new ArrayList<>(lines(sums(now, label), sums(before, label)));
    int utilization = figure.columns().indexOf(figure.compared());
    // What is used least is what one looks for.
    lines.sort(
        Comparator.comparing(
            line -> line.value(utilization), Comparator.nullsLast(Comparator.naturalOrder())));
    return new FigureTable(figure, lines, totals());
  }

  private List<Line> totals() {
    UseTimes all = sum(now);
    return List.of(new Line("", "", all.values(), sum(before).utilization()));
  }

  private static UseTimes sum(List<Spent> spent) {
    UseTimes sum = new UseTimes();
    spent.forEach(sum::add);
    return sum;
  }

  private static List<Line> lines(Map<String, UseTimes> times, Map<String, UseTimes> earlier) {
    return times.entrySet().stream()
        .map(
            each ->
                new Line(
                    each.getKey(),
                    "",
                    each.getValue().values(),
                    earlier.getOrDefault(each.getKey(), new UseTimes()).utilization()))
        .toList();
  }

  private static Map<String, UseTimes> sums(List<Spent> spent, Function<Spent, String> label) {
    Map<String, UseTimes> sums = new TreeMap<>();
    spent.forEach(each -> sums.computeIfAbsent(label.apply(each), key -> new UseTimes()).add(each));
    return sums;
  }

  private FigureTable idleCapital() {
    Map<String, PooledServer> priced = new TreeMap<>();
    now.forEach(each -> priced.putIfAbsent(each.server().offer(), each.server()));
    Map<String, UseTimes> sums = sums(now, each -> each.server().offer());
    Map<String, UseTimes> earlier = sums(before, each -> each.server().offer());
    Map<String, BigDecimal[]> totals = new TreeMap<>();
    List<Line> lines = new ArrayList<>();
    priced.forEach(
        (offer, server) -> {
          BigDecimal idle = notEarned(server, sums.get(offer));
          BigDecimal was = notEarned(server, earlier.get(offer));
          BigDecimal hours = Numbers.hours(seconds(sums.get(offer)));
          lines.add(new Line(offer, server.price().currency(), List.of(idle, hours), was));
          BigDecimal[] total = {idle, hours, was};
          totals.merge(server.price().currency(), total, PoolTables::plus);
        });
    lines.sort(Comparator.comparing((Line line) -> line.value(0)).reversed());
    return new FigureTable(
        Figure.IDLE_CAPITAL,
        lines,
        totals.entrySet().stream()
            .map(
                each ->
                    new Line(
                        "",
                        each.getKey(),
                        List.of(each.getValue()[0], each.getValue()[1]),
                        each.getValue()[2]))
            .toList());
  }

  private static BigDecimal[] plus(BigDecimal[] one, BigDecimal[] other) {
    BigDecimal[] sum = new BigDecimal[one.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = one[i].add(other[i]);
    }
    return sum;
  }

  private static BigDecimal notEarned(PooledServer server, @Nullable UseTimes times) {
    return server
        .price()
        .perMonth()
        .amount()
        .multiply(BigDecimal.valueOf(seconds(times)))
        .divide(SECONDS_OF_A_MONTH, DIGITS, RoundingMode.HALF_UP);
  }

  private static long seconds(@Nullable UseTimes times) {
    return times == null ? 0 : times.seconds(PoolUse.IDLE);
  }
}
