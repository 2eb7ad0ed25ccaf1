package org.yuzuri.portal.reporting.work;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Numbers;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.reporting.figure.Selection;

/** What leased servers suffered in a period, by the kind of fault. */
final class FaultTable {

  private final Selection asked;

  FaultTable(Selection asked) {
    this.asked = asked;
  }

  /** Kinds of which there was something, in their order; of the kind that was asked for, or all. */
  FigureTable of(List<FaultSpan> all) {
    List<FaultSpan> chosen =
        all.stream()
            .filter(span -> asked.faultKind() == null || span.kind() == asked.faultKind())
            .toList();
    List<Line> lines = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      List<FaultSpan> some = chosen.stream().filter(span -> span.kind() == kind).toList();
      if (!seconds(some, asked.period()).isEmpty()) {
        lines.add(line(kind.name(), some));
      }
    }
    return new FigureTable(
        Figure.FAULTS_BY_KIND, lines, lines.isEmpty() ? List.of() : List.of(line("", chosen)));
  }

  private Line line(String label, List<FaultSpan> spans) {
    List<Long> seconds = seconds(spans, asked.period());
    long leases =
        spans.stream()
            .filter(span -> span.secondsIn(asked.period(), asked.now()) > 0)
            .map(FaultSpan::leaseId)
            .distinct()
            .count();
    return new Line(
        label,
        "",
        Arrays.asList(
            hours(seconds),
            BigDecimal.valueOf(seconds.size()),
            BigDecimal.valueOf(leases),
            Numbers.largest(seconds)),
        hours(seconds(spans, asked.period().before())));
  }

  private List<Long> seconds(List<FaultSpan> spans, Period period) {
    return spans.stream()
        .map(span -> span.secondsIn(period, asked.now()))
        .filter(seconds -> seconds > 0)
        .toList();
  }

  private static BigDecimal hours(List<Long> seconds) {
    return Numbers.hours(seconds.stream().mapToLong(Long::longValue).sum());
  }
}
