package org.yuzuri.portal.web.report;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.figure.Figure;
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
    String name = Typed.text(request.getParameter("page"));
    Figure.Page page =
        Figure.Page.named(name.toUpperCase(Locale.ROOT))
            .orElseThrow(() -> ProblemException.notFound("report", name));
    FiguresFilter filter = FigureFileServlet.filter(request);
    byte[] file = pdf.of(page, service.print(page, filter), filter);
    begin(response, "application/pdf", page.name().toLowerCase(Locale.ROOT) + ".pdf");
    response.getOutputStream().write(file);
  }
}
