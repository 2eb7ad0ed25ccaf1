package org.yuzuri.portal.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresPage;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.web.ui.Wired;
import org.yuzuri.portal.web.ui.file.PrintedFile;
import org.yuzuri.portal.web.ui.language.Texts;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class FiguresPdfTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void aReportSaysItsTimeItsTablesAndTheTimeBefore() throws IOException {
    PrintedFile english = print(Locale.ENGLISH, Figure.Page.REVENUE, revenue("Alpha"));
    PrintedFile japanese = print(Locale.JAPANESE, Figure.Page.REVENUE, revenue("Alpha"));

    assertThat(english.text())
        .contains("2026-02 to 2026-03, held against 2025-12 to 2026-01. Months of Asia/Tokyo.")
        .contains("Alpha ¥1,200 60 % ¥1,000 +20 %")
        .contains("Total ¥2,000 100 % ¥3,000 -33.3 %")
        .contains("Offer: Small", "Tenant: Alpha")
        .doesNotContain("Beta", "report.");
    assertThat(japanese.text())
        .contains("Asia/Tokyo", "¥1,200")
        .contains("提供メニュー: Small")
        .doesNotContain("Change", "report.");
  }

  @Test
  void paperSaysThatItsLastMonthIsNotOver() throws IOException {
    YearMonth march = YearMonth.of(2026, 3);

    String running = print(Locale.ENGLISH, Figure.Page.REVENUE, revenue("Alpha"), march).text();

    assertThat(running)
        .contains(Wired.texts(Locale.ENGLISH).get("report.period.running", march))
        .doesNotContain("report.");
    assertThat(print(Locale.ENGLISH, Figure.Page.REVENUE, revenue("Alpha")).text())
        .doesNotContain(Wired.texts(Locale.ENGLISH).get("report.period.running", march));
  }

  @Test
  void itsFontIsInside() throws IOException {
    PrintedFile file = print(Locale.JAPANESE, Figure.Page.REVENUE, revenue("株式会社アルファ"));

    assertThat(file.fonts()).isNotEmpty();
    assertThat(file.loose()).isEmpty();
    assertThat(file.files()).isEmpty();
    assertThat(file.text()).contains("株式会社アルファ");
  }

  /** As wide as it gets, and with nothing to tell. */
  @ParameterizedTest
  @EnumSource(Figure.class)
  void everyFigureCanBePrinted(Figure figure) throws IOException {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    figure.columns().forEach(column -> values.add(new BigDecimal("9876")));
    Line full = new Line(labelOf(figure), "JPY", values, BigDecimal.TEN);
    Line empty =
        new Line(
            labelOf(figure),
            "JPY",
            new ArrayList<>(Collections.nCopies(values.size(), null)),
            null);
    FigureTable table = new FigureTable(figure, List.of(full, empty), List.of());

    for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      String text = print(language, figure.page(), table).text();
      assertThat(text).doesNotContain("report.", "null").contains("–");
      Texts texts = Wired.texts(language);
      assertThat(text.replace(" ", ""))
          .contains(texts.of("report.figure", figure).replace(" ", ""))
          .contains(texts.of("report.column", figure.columns().get(0)).replace(" ", ""));
    }
    assertThat(
            print(Locale.ENGLISH, figure.page(), new FigureTable(figure, List.of(), List.of()))
                .text())
        .contains("Nothing happened in this time.");
  }

  @Test
  void hostileNamesAreText() throws IOException {
    for (String name :
        List.of(
            "<img src=\"http://127.0.0.1:9/a.png\"/>",
            "</style><style>@import url(http://127.0.0.1:9/a.css);</style>",
            "${jndi:ldap://127.0.0.1/x} #{7*7} ]]> -->",
            "長".repeat(300),
            "W".repeat(300),
            "x\u202eevil\u0000\u0007\ud800z")) {
      PrintedFile file = print(Locale.ENGLISH, Figure.Page.REVENUE, revenue(name));
      assertThat(file.pages()).as(name).isLessThanOrEqualTo(2);
      assertThat(file.text()).as(name).contains("¥1,200").doesNotContain("49");
      if (name.startsWith("<img")) {
        assertThat(file.text().replace(" ", "")).contains("<imgsrc=\"http://127.0.0.1:9/a.png\"/>");
      }
    }
  }

  @Test
  void aLongTableRepeatsItsHeadAndSaysWhatIsLeftOut() throws IOException {
    List<Line> lines =
        Collections.nCopies(FiguresPdf.MOST_LINES + 7, revenue("Alpha").lines().get(0));

    PrintedFile file =
        print(
            Locale.ENGLISH,
            Figure.Page.REVENUE,
            new FigureTable(Figure.REVENUE_BY_TENANT, lines, List.of()));

    assertThat(file.pages()).isBetween(8, 40);
    assertThat(file.text()).contains("7 more lines are in the CSV file.", "1 / " + file.pages());
    assertThat(file.text().split("Revenue, before", -1).length - 1).isGreaterThan(5);
  }

  private static String labelOf(Figure figure) {
    return figure.labels().isEmpty() ? "Something" : "RESERVE";
  }

  private static FigureTable revenue(String tenant) {
    return new FigureTable(
        Figure.REVENUE_BY_TENANT,
        List.of(line(tenant, 1200, 60, 1000), line("Gamma", 800, 40, 2000)),
        List.of(line("", 2000, 100, 3000)));
  }

  private static Line line(String label, int net, int share, int before) {
    return new Line(
        label,
        "JPY",
        Arrays.asList(BigDecimal.valueOf(net), BigDecimal.valueOf(share)),
        BigDecimal.valueOf(before));
  }

  private static PrintedFile print(Locale language, Figure.Page page, FigureTable table)
      throws IOException {
    return print(language, page, table, null);
  }

  private static PrintedFile print(
      Locale language, Figure.Page page, FigureTable table, @Nullable YearMonth running)
      throws IOException {
    FiguresPdf pdf = new FiguresPdf();
    pdf.texts = Wired.texts(language);
    pdf.format = new FigureFormat();
    pdf.format.texts = pdf.texts;
    pdf.format.format = Wired.format(pdf.texts);
    Period period = new Period(YearMonth.of(2026, 2), YearMonth.of(2026, 3), TOKYO);
    return PrintedFile.of(
        pdf.of(
            new FiguresPage(
                page,
                period,
                period.before(),
                running,
                List.of(table),
                Map.of(3L, "Small"),
                Map.of(7L, "Alpha", 8L, "Beta")),
            new FiguresFilter("2026-02", "2026-03", "3", "7")));
  }
}
