package org.yuzuri.portal.web.report;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresPage;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.FileServlet;

/**
 * {@code GET /report/figures.pdf?page=revenue|pool|work} with the parameters of the page: all its
 * figures on paper, in the viewer's language.
 */
public class FiguresPdfServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient FiguresService service;
  @Inject transient FiguresPdf pdf;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    FiguresFilter filter = FigureFileServlet.filter(request);
    String name = Typed.text(request.getParameter("page")).toUpperCase(Locale.ROOT);
    FiguresPage figures = service.print(name, filter);
    byte[] file = pdf.of(figures, filter);
    service.printed(figures);
    begin(response, "application/pdf", figures.page().name().toLowerCase(Locale.ROOT) + ".pdf");
    response.getOutputStream().write(file);
  }
}
