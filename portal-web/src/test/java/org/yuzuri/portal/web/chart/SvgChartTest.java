package org.yuzuri.portal.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.web.chart.Drawing.Point;
import org.yuzuri.portal.web.chart.Drawing.Series;
import org.yuzuri.portal.web.chart.Drawing.Shape;

class SvgChartTest {

  private static final Pattern BAR =
      Pattern.compile(
          "<rect class=\"(series-\\d+)\" x=\"([^\"]+)\" y=\"([^\"]+)\" width=\"([^\"]+)\""
              + " height=\"([^\"]+)\"><title>([^<]+)</title>");

  /** A bar as it was drawn. */
  private record Bar(String colour, double x, double y, double width, double height, String told) {}

  @Test
  void barsUponEachOtherBeginWhereTheOneBeforeEnds() {
    List<Bar> bars = bars(drawing(Shape.STACKS, true, series("Free", 0, 3), series("Lent", 1, 6)));

    assertThat(bars).extracting(Bar::told).containsExactly("A, Free: 3", "A, Lent: 6");
    assertThat(bars).extracting(Bar::colour).containsExactly("series-1", "series-2");
    assertThat(bars.get(1).x()).isEqualTo(bars.get(0).x() + bars.get(0).width());
    assertThat(bars.get(1).width()).isEqualTo(2 * bars.get(0).width());
  }

  @Test
  void everyStateOfAServerHasAColourOfItsOwn() {
    Series[] states =
        IntStream.range(0, ServerState.values().length)
            .mapToObj(state -> series("state " + state, state, 1))
            .toArray(Series[]::new);

    assertThat(bars(drawing(Shape.STACKS, true, states)))
        .extracting(Bar::colour)
        .doesNotHaveDuplicates();
  }

  @Test
  void barsBesideEachOtherStandOnTheSameLine() {
    List<Bar> bars = bars(drawing(Shape.BARS, false, series("Now", 0, 4), series("Then", 1, 2)));

    assertThat(bars.get(1).x()).isEqualTo(bars.get(0).x() + bars.get(0).width());
    assertThat(bars.get(0).y() + bars.get(0).height())
        .isEqualTo(bars.get(1).y() + bars.get(1).height());
    assertThat(bars.get(0).height()).isEqualTo(2 * bars.get(1).height());
  }

  @Test
  void whatIsOwedBackHangsBelowTheLine() {
    List<Bar> bars = bars(drawing(Shape.BARS, false, series("Net", 0, 4), series("Back", 1, -4)));

    assertThat(bars.get(1).y()).isEqualTo(bars.get(0).y() + bars.get(0).height());
  }

  @Test
  void aLineGoesOnOverWhatCannotBeTold() {
    Drawing drawing =
        new Drawing(
            Shape.LINES, false, "min", List.of("1", "2", "3"), List.of(points("M", 5, null, 7)));

    String svg = draw(drawing);

    assertThat(svg).contains("<title>1, M: 5</title>", "<title>3, M: 7</title>");
    assertThat(svg.split("<circle", -1)).hasSize(3);
    assertThat(svg).containsPattern("points=\"[0-9.]+,[0-9.]+ [0-9.]+,[0-9.]+\"");
  }

  @Test
  void nothingIsOutsideOfItHoweverLongNamesAre() {
    String name = "データセンターの非常に長い名前のオファー".repeat(3);
    Drawing drawing =
        new Drawing(
            Shape.STACKS,
            true,
            "",
            List.of(name),
            Stream.iterate(0, i -> i + 1).limit(12).map(i -> series(name, i, 1)).toList());

    String svg = draw(drawing);

    double height =
        Double.parseDouble(svg.replaceFirst("(?s).*viewBox=\"0 0 760 (\\d+)\".*", "$1"));
    assertThat(bars(drawing))
        .hasSize(12)
        .allSatisfy(bar -> assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(760))
        .allSatisfy(bar -> assertThat(bar.y() + bar.height()).isLessThan(height));
    assertThat(svg).contains("<title>" + name + "</title>", "…");
  }

  @Test
  void itIsNamedAndTextsAreNoMarkup() {
    Drawing drawing =
        new Drawing(Shape.BARS, true, "<b>", List.of("<script>"), List.of(points("\"&", 5)));

    assertThat(SvgChart.draw(drawing, "what \"it\" <shows>", Locale.ENGLISH))
        .contains("role=\"img\" aria-label=\"what &quot;it&quot; &lt;shows")
        .doesNotContain("<script>", "<b>");
  }

  private static Drawing drawing(Shape shape, boolean lying, Series... series) {
    return new Drawing(shape, lying, "", List.of("A"), List.of(series));
  }

  private static Series series(String name, int colour, Integer value) {
    return new Series(name, colour, List.of(point(value)));
  }

  private static Series points(String name, @Nullable Integer... values) {
    return new Series(name, 0, Arrays.stream(values).map(SvgChartTest::point).toList());
  }

  private static Point point(@Nullable Integer value) {
    return new Point(value == null ? null : BigDecimal.valueOf(value), String.valueOf(value));
  }

  private static List<Bar> bars(Drawing drawing) {
    return BAR.matcher(draw(drawing)).results().map(SvgChartTest::bar).toList();
  }

  private static Bar bar(MatchResult found) {
    return new Bar(
        found.group(1),
        Double.parseDouble(found.group(2)),
        Double.parseDouble(found.group(3)),
        Double.parseDouble(found.group(4)),
        Double.parseDouble(found.group(5)),
        found.group(6));
  }

  private static String draw(Drawing drawing) {
    return SvgChart.draw(drawing, "a chart", Locale.ENGLISH);
  }
}
