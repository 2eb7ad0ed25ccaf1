package org.yuzuri.portal.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.web.ui.language.Texts;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class FigureChartTest {

  private final FigureChart charts = charts();

  private static FigureChart charts() {
    Texts texts =
        new Texts() {
          @Override
          public Locale getLocale() {
            return Locale.ENGLISH;
          }
        };
    FigureFormat format = new FigureFormat();
    format.texts = texts;
    FigureChart charts = new FigureChart();
    charts.texts = texts;
    charts.format = format;
    return charts;
  }

  @Test
  void nobodysNameEndsTheScriptThatItStandsIn() {
    String name = "</script><script>alert(1)</script>&\"'";

    String json = charts.json(revenue(new Line(name, "JPY", values(5), null)));

    assertThat(json).doesNotContain("<", ">", "&");
    assertThat(read(json).getJsonObject("data").getJsonArray("labels").getString(0))
        .isEqualTo(name);
  }

  @Test
  void amountsOfTwoCurrenciesAreNotDrawnOnOneAxis() {
    JsonObject chart =
        read(
            charts.json(
                revenue(
                    new Line("Alpha", "JPY", values(5), null),
                    new Line("Alpha", "USD", values(7), null))));

    assertThat(chart.getJsonObject("data").getJsonArray("labels")).hasSize(1);
    assertThat(
            chart
                .getJsonObject("options")
                .getJsonObject("scales")
                .getJsonObject("x")
                .getJsonObject("title")
                .getString("text"))
        .isEqualTo("JPY");
  }

  @Test
  void whatCannotBeToldLeavesAGap() {
    Line nothing = new Line("2026-03", "", Arrays.asList(null, null, BigDecimal.ZERO), null);
    JsonObject chart =
        read(charts.json(new FigureTable(Figure.HAND_OVERS_BY_MONTH, List.of(nothing), List.of())));

    assertThat(chart.getString("type")).isEqualTo("line");
    assertThat(
            chart
                .getJsonObject("data")
                .getJsonArray("datasets")
                .getJsonObject(0)
                .getJsonArray("data")
                .isNull(0))
        .isTrue();
  }

  private static List<BigDecimal> values(int net) {
    return Arrays.asList(BigDecimal.valueOf(net), null);
  }

  private static FigureTable revenue(Line... lines) {
    return new FigureTable(Figure.REVENUE_BY_TENANT, List.of(lines), List.of());
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }
}
