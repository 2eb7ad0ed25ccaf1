package org.yuzuri.portal.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.web.chart.Drawing;
import org.yuzuri.portal.web.ui.Wired;
import org.yuzuri.portal.web.ui.language.Texts;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class FigureChartTest {

  private final FigureChart charts = charts();

  private static FigureChart charts() {
    Texts texts = Wired.texts(Locale.ENGLISH);
    FigureFormat format = new FigureFormat();
    format.texts = texts;
    format.format = Wired.format(texts);
    FigureChart charts = new FigureChart();
    charts.texts = texts;
    charts.format = format;
    return charts;
  }

  @Test
  void nobodysNameIsMarkup() {
    String name = "</svg><script>alert(1)</script>&\"'";

    String svg = charts.svg(revenue(new Line(name, "JPY", values(5), null)));

    assertThat(svg).doesNotContain("<script", "</svg><").contains("&lt;script");
  }

  @Test
  void amountsOfTwoCurrenciesAreNotDrawnOnOneAxis() {
    Drawing drawing =
        charts.drawing(
            revenue(
                new Line("Alpha", "JPY", values(5), null),
                new Line("Alpha", "USD", values(7), null)));

    assertThat(drawing.names()).hasSize(1);
    assertThat(drawing.unit()).isEqualTo("JPY");
  }

  @Test
  void whatCannotBeToldLeavesAGap() {
    Line nothing = new Line("2026-03", "", Arrays.asList(null, null, BigDecimal.ZERO), null);
    FigureTable table = new FigureTable(Figure.HAND_OVERS_BY_MONTH, List.of(nothing), List.of());

    assertThat(charts.drawing(table).shape()).isEqualTo(Drawing.Shape.LINES);
    assertThat(charts.drawing(table).series().get(0).points().get(0).value()).isNull();
    assertThat(charts.svg(table)).doesNotContain("<circle");
  }

  private static List<BigDecimal> values(int net) {
    return Arrays.asList(BigDecimal.valueOf(net), null);
  }

  private static FigureTable revenue(Line... lines) {
    return new FigureTable(Figure.REVENUE_BY_TENANT, List.of(lines), List.of());
  }
}
