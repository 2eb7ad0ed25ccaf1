package org.yuzuri.portal.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Measure;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * A figure as Chart.js draws it. Source of the form: Chart.js 4, "Configuration". Colours come from
 * the page's style (yuzuri.js), so that they follow light and dark.
 */
@Named("charts")
@RequestScoped
public class FigureChart {

  private static final BigDecimal SECONDS_OF_A_MINUTE = BigDecimal.valueOf(60);
  private static final int MOST_LINES = 12;

  @Inject Texts texts;
  @Inject FigureFormat format;

  /**
   * What Chart.js is given. Names in it are anybody's and it stands within a script: no character
   * of it can end that.
   */
  public String json(FigureTable table) {
    Figure figure = table.figure();
    List<Line> lines = drawn(table);
    JsonArrayBuilder labels = Json.createArrayBuilder();
    lines.forEach(line -> labels.add(format.label(figure, line)));
    String chart =
        Json.createObjectBuilder()
            .add("type", figure.look() == Figure.Look.LINES ? "line" : "bar")
            .add(
                "data",
                Json.createObjectBuilder()
                    .add("labels", labels)
                    .add("datasets", datasets(figure, lines)))
            .add("options", options(figure, lines))
            .build()
            .toString();
    return chart.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
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

  private JsonArrayBuilder datasets(Figure figure, List<Line> lines) {
    JsonArrayBuilder datasets = Json.createArrayBuilder();
    for (int i = 0; i < figure.drawn().size(); i++) {
      Column column = figure.drawn().get(i);
      JsonArrayBuilder data = Json.createArrayBuilder();
      for (Line line : lines) {
        add(data, line.value(i), column.measure());
      }
      datasets.add(
          Json.createObjectBuilder()
              .add("label", texts.of("report.column", column))
              .add("data", data));
    }
    return datasets;
  }

  private static void add(JsonArrayBuilder data, @Nullable BigDecimal value, Measure measure) {
    if (value == null) {
      data.addNull();
    } else {
      data.add(
          measure == Measure.SECONDS
              ? value.divide(SECONDS_OF_A_MINUTE, 2, RoundingMode.HALF_UP)
              : value);
    }
  }

  private JsonObjectBuilder options(Figure figure, List<Line> lines) {
    boolean stacked = figure.look() == Figure.Look.STACKS;
    boolean lying = !isByMonth(figure);
    Set<String> currencies =
        lines.stream().map(Line::currency).filter(c -> !c.isEmpty()).collect(Collectors.toSet());
    String unit = unit(figure.drawn().get(0).measure(), String.join(" ", currencies));
    JsonObjectBuilder numbers =
        Json.createObjectBuilder()
            .add("stacked", stacked)
            .add("beginAtZero", true)
            .add("title", Json.createObjectBuilder().add("display", true).add("text", unit));
    JsonObjectBuilder names = Json.createObjectBuilder().add("stacked", stacked);
    return Json.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add("indexAxis", lying ? "y" : "x")
        .add(
            "scales",
            Json.createObjectBuilder()
                .add("x", lying ? numbers : names)
                .add("y", lying ? names : numbers));
  }

  private String unit(Measure measure, String currency) {
    return measure == Measure.MONEY ? currency : texts.of("report.unit", measure);
  }
}
