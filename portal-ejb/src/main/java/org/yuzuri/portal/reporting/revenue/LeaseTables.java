package org.yuzuri.portal.reporting.revenue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.reporting.figure.Selection;

/** How many leases began, ended and ran. */
final class LeaseTables {

  private final Period period;
  private final Selection asked;

  LeaseTables(Selection asked) {
    this.asked = asked;
    this.period = asked.period();
  }

  FigureTable byMonth(List<LeaseSpan> spans) {
    List<Line> lines =
        period.months().stream()
            .map(
                month ->
                    new Line(
                        month.toString(),
                        "",
                        values(spans, month),
                        values(spans, month.minusMonths(period.size())).get(2)))
            .toList();
    return new FigureTable(Figure.LEASES_BY_MONTH, lines, List.of());
  }

  private List<BigDecimal> values(List<LeaseSpan> spans, YearMonth month) {
    Instant from = period.start(month);
    Instant monthsEnd = period.start(month.plusMonths(1));
    Instant until = monthsEnd.isAfter(asked.now()) ? asked.now() : monthsEnd;
    long begun = spans.stream().filter(each -> isIn(each.handedOverAt(), from, until)).count();
    long ended =
        spans.stream()
            .flatMap(each -> Stream.ofNullable(each.cutOffAt()))
            .filter(at -> isIn(at, from, until))
            .count();
    long running =
        spans.stream()
            .filter(each -> each.handedOverAt().isBefore(until))
            .filter(each -> each.cutOffAt() == null || !each.cutOffAt().isBefore(until))
            .count();
    return Stream.of(begun, ended, running).map(BigDecimal::valueOf).toList();
  }

  private static boolean isIn(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
