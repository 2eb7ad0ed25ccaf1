package org.yuzuri.portal.web.server;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.csv.ServerExportService;
import org.yuzuri.portal.server.csv.ServerImportService;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.failure.RefusalNotes;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * {@code GET /server/export.csv} with the parameters of the list: its servers in the columns of an
 * import; {@code GET /server/template.csv}: an empty file with an example.
 */
public class ServerFileServlet extends HttpServlet {

  private static final String TEMPLATE = "/server/template.csv";
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(ServerFileServlet.class);

  @Inject transient ServerImportService imports;
  @Inject transient ServerExportService exports;
  @Inject transient Refusals refusals;
  @Inject transient Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    try {
      boolean template = path.equals(TEMPLATE);
      String file = template ? imports.template() : exports.file(filter(request));
      response.setContentType("text/csv;charset=UTF-8");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"" + (template ? "template" : "servers") + ".csv\"");
      response.setHeader("Cache-Control", "no-store");
      response.getOutputStream().write(file.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException refused) {
      RefusalNotes.note(refusals, refused, path);
      answer(response, Failure.of(refused), refused, path);
    }
  }

  private void answer(
      HttpServletResponse response, Failure failure, RuntimeException thrown, String path)
      throws IOException {
    if (failure.kind() == Failure.Kind.UNEXPECTED) {
      log.error("incident={} page={}", failure.incident(), path, thrown);
    }
    response.reset();
    response.setStatus(failure.status());
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(failure.text(texts).getBytes(StandardCharsets.UTF_8));
  }

  /** Any other name narrows nothing, as in the list. */
  private static ListFilter<ServerState> filter(HttpServletRequest request) {
    String state = Typed.text(request.getParameter("state"));
    Set<ServerState> states =
        Arrays.stream(ServerState.values())
            .filter(each -> each.name().equals(state))
            .collect(Collectors.toSet());
    return new ListFilter<>(Typed.text(request.getParameter("text")), states);
  }
}
