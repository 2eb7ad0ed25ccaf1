package org.yuzuri.portal.web.report;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.CsvFile;
import org.yuzuri.portal.web.ui.file.FileServlet;

/**
 * {@code GET /report/figure.csv?figure=NAME} with the parameters of the page: one figure with all
 * its lines. Its columns have their names in code, times are seconds, so that programs read it in
 * any language.
 */
public class FigureFileServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient FiguresService service;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    FigureTable table = service.file(Typed.text(request.getParameter("figure")), filter(request));
    begin(response, "text/csv", name(table.figure()).replace('_', '-') + ".csv");
    write(table, response.getWriter());
  }

  /** What the address of a page or of a file of it asks for. */
  static FiguresFilter filter(HttpServletRequest request) {
    return new FiguresFilter(
        Typed.text(request.getParameter("from")),
        Typed.text(request.getParameter("until")),
        Typed.text(request.getParameter("offer")),
        Typed.text(request.getParameter("tenant")),
        Typed.text(request.getParameter("fault")));
  }

  static void write(FigureTable table, Appendable to) throws IOException {
    List<String> header = new ArrayList<>(List.of("label", "currency"));
    table.figure().columns().forEach(column -> header.add(name(column)));
    if (table.figure().compared() != null) {
      header.add(name(table.figure().compared()) + "_before");
    }
    CsvFile file = new CsvFile(to, header);
    for (Line line : table.lines()) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(line.label(), line.currency()));
      cells.addAll(line.values());
      if (table.figure().compared() != null) {
        cells.add(line.before());
      }
      file.line(cells.toArray());
    }
    file.flush();
  }

  private static String name(Enum<?> named) {
    return named.name().toLowerCase(Locale.ROOT);
  }
}
