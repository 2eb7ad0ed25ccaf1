package org.yuzuri.portal.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yuzuri.portal.platform.pdf.PdfFile;
import org.yuzuri.portal.platform.pdf.PdfPage;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresPage;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.web.ui.language.Texts;

/** A page of figures on paper, in the viewer's language: its tables, and the time before. */
@RequestScoped
public class FiguresPdf {

  /** Lines of one table; the CSV file has them all. */
  static final int MOST_LINES = 500;

  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 14mm 14mm 16mm 14mm;
        @bottom-left { content: element(foot); }
        @bottom-right { content: counter(page) " / " counter(pages);
          font: 8pt 'document'; color: #555; } }
      body { font: 8.5pt/1.4 'document'; color: #111; }
      .foot { position: running(foot); font-size: 8pt; color: #555; }
      h1 { font-size: 18pt; font-weight: normal; margin: 0 0 3mm 0; color: #24476b;
        border-bottom: 1.5pt solid #24476b; padding-bottom: 1.5mm; }
      h2 { font-size: 12pt; font-weight: normal; margin: 7mm 0 1mm 0; color: #24476b;
        page-break-after: avoid; }
      .small { font-size: 8pt; color: #555; margin: 0 0 1.5mm 0; }
      table { width: 100%; table-layout: fixed; border-collapse: collapse;
        -fs-table-paginate: paginate; }
      th { font-weight: normal; text-align: left; }
      thead th { color: #fff; background: #24476b; padding: 1.2mm 1.5mm; vertical-align: bottom; }
      td, tbody th { padding: 1mm 1.5mm; border-bottom: 0.4pt solid #b8c2cc; vertical-align: top; }
      th, td { word-wrap: break-word; }
      tr { page-break-inside: avoid; }
      .what { width: 22%; } .number { text-align: right; }
      .total th, .total td { border-top: 1pt solid #111; }
      """;

  @Inject Texts texts;
  @Inject FigureFormat format;

  /**
   * The page as a file.
   *
   * @param filter what was asked for; what it names is in {@code figures}
   * @throws org.yuzuri.portal.platform.ProblemException NOT_CONFIGURED: there is no font
   */
  public byte[] of(FiguresPage figures, FiguresFilter filter) {
    String title = texts.of("report", figures.page().name().toLowerCase(Locale.ROOT));
    String time =
        texts.get(
            "report.period",
            figures.period().first(),
            figures.period().last(),
            figures.before().first(),
            figures.before().last(),
            figures.period().zone());
    PdfPage paper = new PdfPage(texts.getLocale(), title, STYLE);
    paper.text("div", "foot", texts.get("app.name") + "　" + title);
    paper.text("h1", "", title);
    paper.text("p", "small", time);
    YearMonth running = figures.running();
    if (running != null) {
      paper.text("p", "small", texts.get("report.period.running", running));
    }
    narrowed(figures, filter).forEach(each -> paper.text("p", "small", each));
    figures.tables().forEach(table -> table(paper, table));
    return PdfFile.of(paper);
  }

  private List<String> narrowed(FiguresPage figures, FiguresFilter filter) {
    List<String> narrowed = new ArrayList<>();
    figures.offers().forEach((id, name) -> add(narrowed, "field.offer", id, filter.offer(), name));
    figures
        .tenants()
        .forEach((id, name) -> add(narrowed, "field.tenant", id, filter.tenant(), name));
    if (!filter.fault().isEmpty()) {
      narrowed.add(texts.get("field.fault.kind") + ": " + texts.of("fault.kind", filter.fault()));
    }
    return narrowed;
  }

  private void add(List<String> to, String field, long id, String asked, String name) {
    if (String.valueOf(id).equals(asked)) {
      to.add(texts.get(field) + ": " + name);
    }
  }

  private void table(PdfPage paper, FigureTable table) {
    Figure figure = table.figure();
    paper.text("h2", "", texts.of("report.figure", figure));
    paper.text("p", "small", texts.of("report.figure", figure + ".text"));
    if (table.isEmpty()) {
      paper.text("p", "", texts.get("report.nothing"));
      return;
    }
    paper.begin("table", "").begin("thead", "").begin("tr", "");
    paper.text("th", "what", texts.of("report.by", figure));
    figure
        .columns()
        .forEach(column -> paper.text("th", "number", texts.of("report.column", column)));
    Column compared = figure.compared();
    if (compared != null) {
      paper.text("th", "number", texts.get("report.before", texts.of("report.column", compared)));
      paper.text("th", "number", texts.get("report.change"));
    }
    paper.end().end().begin("tbody", "");
    table.lines().stream()
        .limit(MOST_LINES)
        .forEach(line -> line(paper, figure, line, format.label(figure, line), ""));
    table.totals().forEach(line -> line(paper, figure, line, texts.get("report.total"), "total"));
    paper.end().end();
    if (table.lines().size() > MOST_LINES) {
      paper.text("p", "small", texts.get("report.left", table.lines().size() - MOST_LINES));
    }
  }

  private void line(PdfPage paper, Figure figure, Line line, String label, String style) {
    paper.begin("tr", style).text("th", "what", label);
    for (int i = 0; i < figure.columns().size(); i++) {
      paper.text("td", "number", format.cell(line, figure.columns().get(i), i));
    }
    if (figure.compared() != null) {
      paper.text("td", "number", format.before(figure, line));
      paper.text("td", "number", format.change(figure, line));
    }
    paper.end();
  }
}
