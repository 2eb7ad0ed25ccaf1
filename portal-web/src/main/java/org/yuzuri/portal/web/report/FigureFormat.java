package org.yuzuri.portal.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Measure;
import org.yuzuri.portal.web.ui.Format;
import org.yuzuri.portal.web.ui.language.Texts;

/** How figures look on pages. */
@Named("figures")
@RequestScoped
public class FigureFormat {

  private static final String NOTHING = "–";

  @Inject Texts texts;
  @Inject Format format;

  /** What a line is of. */
  public String label(Figure figure, Line line) {
    return figure.labels().isEmpty() ? line.label() : texts.of(figure.labels(), line.label());
  }

  /** One cell. */
  public String cell(Line line, Column column, int index) {
    return value(line.value(index), column.measure(), line.currency());
  }

  /** What the compared column was before. */
  public String before(Figure figure, Line line) {
    Column compared = figure.compared();
    return compared == null ? "" : value(line.before(), compared.measure(), line.currency());
  }

  /** How the compared column has changed, with its sign: points of a percentage, else percent. */
  public String change(Figure figure, Line line) {
    Column compared = figure.compared();
    BigDecimal before = line.before();
    BigDecimal now = compared == null ? null : line.value(figure.columns().indexOf(compared));
    if (compared == null || now == null || before == null) {
      return NOTHING;
    }
    BigDecimal change = now.subtract(before);
    if (compared.measure() == Measure.PERCENT) {
      return signed(change) + " " + texts.get("report.points");
    }
    return before.signum() == 0
        ? NOTHING
        : signed(change.movePointRight(2).divide(before.abs(), 1, RoundingMode.HALF_UP)) + " %";
  }

  /** A value in words. */
  String value(@Nullable BigDecimal value, Measure measure, String currency) {
    if (value == null) {
      return NOTHING;
    }
    return switch (measure) {
      case COUNT -> number(value, 0);
      case HOURS -> number(value, 1);
      case PERCENT -> number(value, 1) + " %";
      case SECONDS -> format.duration(Duration.ofSeconds(value.longValue()));
      case MONEY -> format.money(value, currency);
    };
  }

  /** What the chart of a figure shows, for those who do not see it. */
  public String alternative(FigureTable table) {
    return texts.get(
        "report.chart.alternative",
        texts.of("report.figure", table.figure()),
        table.lines().size());
  }

  private String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + number(number, 1);
  }

  private String number(BigDecimal number, int digits) {
    NumberFormat numbers = NumberFormat.getNumberInstance(texts.getLocale());
    numbers.setMaximumFractionDigits(digits);
    return numbers.format(number);
  }
}
