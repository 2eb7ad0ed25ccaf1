package org.yuzuri.portal.reporting.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Numbers;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;

/** Tables of times and ends, of what happened in a period and in the time before. */
final class WorkTables {

  private final Period period;

  WorkTables(Period period) {
    this.period = period;
  }

  /** From the order to the hand-over, by the month of the hand-over. */
  FigureTable handOvers(List<HandedOver> all) {
    return byMonth(
        Figure.HAND_OVERS_BY_MONTH,
        all,
        HandedOver::at,
        some -> {
          List<Long> seconds = seconds(some, HandedOver::seconds);
          return Arrays.asList(
              Numbers.median(seconds), Numbers.ninetieth(seconds), count(some.size()));
        },
        0);
  }

  /** The parts of the time from the order to the hand-over, in their order. */
  FigureTable steps(List<StepTime> all) {
    List<StepTime> inside = inside(all, StepTime::transferredAt, true);
    List<StepTime> earlier = inside(all, StepTime::transferredAt, false);
    List<Line> lines = new ArrayList<>();
    for (StepName name : StepName.values()) {
      List<Long> now = of(name, inside);
      if (!now.isEmpty()) {
        lines.add(
            new Line(
                name.name(),
                "",
                Arrays.asList(
                    Numbers.median(now),
                    Numbers.ninetieth(now),
                    Numbers.largest(now),
                    count(now.size())),
                Numbers.median(of(name, earlier))));
      }
    }
    return new FigureTable(Figure.HAND_OVER_STEPS, lines, List.of());
  }

  private static List<Long> of(StepName name, List<StepTime> steps) {
    return steps.stream()
        .filter(step -> step.step().equals(name.name()))
        .map(StepTime::seconds)
        .toList();
  }

  /** How transfers ended, and whose matter it was when they failed. */
  FigureTable transfers(List<EndedRun> all) {
    return byMonth(
        Figure.TRANSFERS_BY_MONTH,
        all,
        EndedRun::endedAt,
        WorkTables::ends,
        Figure.TRANSFERS_BY_MONTH.columns().size() - 1);
  }

  private static List<@Nullable BigDecimal> ends(List<EndedRun> some) {
    long succeeded = some.stream().filter(EndedRun::succeeded).count();
    long calledOff = some.stream().filter(run -> run.state() == RunState.CANCELLED).count();
    List<@Nullable BigDecimal> values = new ArrayList<>();
    values.add(count(succeeded));
    values.add(count(calledOff));
    for (Fault fault : Fault.values()) {
      values.add(
          count(
              some.stream()
                  .filter(run -> run.state() == RunState.FAILED)
                  .filter(run -> (run.fault() == null ? Fault.UNKNOWN : run.fault()) == fault)
                  .count()));
    }
    values.add(Numbers.percent(succeeded, some.size() - calledOff));
    return values;
  }

  /** How long erasures took that were proven, and how many were not. */
  FigureTable erasures(List<EndedRun> all) {
    return byMonth(
        Figure.ERASURES_BY_MONTH,
        all,
        EndedRun::endedAt,
        some -> {
          List<EndedRun> proven = some.stream().filter(EndedRun::succeeded).toList();
          List<Long> seconds = seconds(proven, EndedRun::seconds);
          long failed = some.stream().filter(run -> run.state() == RunState.FAILED).count();
          return Arrays.asList(
              Numbers.median(seconds),
              Numbers.ninetieth(seconds),
              count(proven.size()),
              count(failed));
        },
        0);
  }

  private <T> FigureTable byMonth(
      Figure figure,
      List<T> all,
      Function<T, Instant> at,
      Function<List<T>, List<@Nullable BigDecimal>> values,
      int compared) {
    Map<YearMonth, List<T>> months = new LinkedHashMap<>();
    period.before().months().forEach(month -> months.put(month, new ArrayList<>()));
    period.months().forEach(month -> months.put(month, new ArrayList<>()));
    for (T each : all) {
      List<T> month = months.get(period.monthOf(at.apply(each)));
      if (month != null) {
        month.add(each);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (YearMonth month : period.months()) {
      List<T> earlier = months.getOrDefault(month.minusMonths(period.size()), List.of());
      lines.add(
          new Line(
              month.toString(),
              "",
              values.apply(months.getOrDefault(month, List.of())),
              values.apply(earlier).get(compared)));
    }
    Line total =
        new Line(
            "",
            "",
            values.apply(inside(all, at, true)),
            values.apply(inside(all, at, false)).get(compared));
    return new FigureTable(figure, lines, List.of(total));
  }

  /** What happened in the period, or what did not. */
  private <T> List<T> inside(List<T> all, Function<T, Instant> at, boolean inside) {
    return all.stream().filter(each -> period.has(at.apply(each)) == inside).toList();
  }

  private static <T> List<Long> seconds(List<T> all, ToLongFunction<T> length) {
    return all.stream().map(length::applyAsLong).toList();
  }

  private static BigDecimal count(long number) {
    return BigDecimal.valueOf(number);
  }
}
