package org.yuzuri.portal.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Measure;
import org.yuzuri.portal.web.chart.Drawing;
import org.yuzuri.portal.web.chart.SvgChart;
import org.yuzuri.portal.web.ui.language.Texts;

/** A figure, drawn. */
@Named("charts")
@RequestScoped
public class FigureChart {

  private static final BigDecimal SECONDS_OF_A_MINUTE = BigDecimal.valueOf(60);
  private static final int MOST_LINES = 12;

  @Inject Texts texts;
  @Inject FigureFormat format;

  /** The chart, as SVG in which every text is escaped: names in it are anybody's. */
  public String svg(FigureTable table) {
    return SvgChart.draw(drawing(table), format.alternative(table), texts.getLocale());
  }

  Drawing drawing(FigureTable table) {
    Figure figure = table.figure();
    List<Line> lines = drawn(table);
    List<Drawing.Series> series = new ArrayList<>();
    for (int i = 0; i < figure.drawn().size(); i++) {
      series.add(series(figure.drawn().get(i), i, lines));
    }
    return new Drawing(
        shape(figure),
        !isByMonth(figure),
        unit(figure, lines),
        lines.stream().map(line -> format.label(figure, line)).toList(),
        series);
  }

  private static Drawing.Shape shape(Figure figure) {
    return switch (figure.look()) {
      case BARS -> Drawing.Shape.BARS;
      case STACKS -> Drawing.Shape.STACKS;
      case LINES -> Drawing.Shape.LINES;
    };
  }

  /** As many as can be told apart; of amounts only those of one currency. */
  private static List<Line> drawn(FigureTable table) {
    String currency = table.isEmpty() ? "" : table.lines().get(0).currency();
    return table.lines().stream()
        .filter(line -> line.currency().equals(currency))
        .limit(isByMonth(table.figure()) ? Long.MAX_VALUE : MOST_LINES)
        .toList();
  }

  private static boolean isByMonth(Figure figure) {
    return figure.name().endsWith("_BY_MONTH");
  }

  private Drawing.Series series(Column column, int index, List<Line> lines) {
    return new Drawing.Series(
        texts.of("report.column", column),
        index,
        lines.stream()
            .map(
                line ->
                    new Drawing.Point(
                        number(line.value(index), column.measure()),
                        format.cell(line, column, index)))
            .toList());
  }

  /** As it is drawn: times in minutes. */
  private static @Nullable BigDecimal number(@Nullable BigDecimal value, Measure measure) {
    return value == null || measure != Measure.SECONDS
        ? value
        : value.divide(SECONDS_OF_A_MINUTE, 2, RoundingMode.HALF_UP);
  }

  private String unit(Figure figure, List<Line> lines) {
    Measure measure = figure.drawn().get(0).measure();
    Set<String> currencies =
        lines.stream().map(Line::currency).filter(c -> !c.isEmpty()).collect(Collectors.toSet());
    return measure == Measure.MONEY
        ? String.join(" ", currencies)
        : texts.of("report.unit", measure);
  }
}
