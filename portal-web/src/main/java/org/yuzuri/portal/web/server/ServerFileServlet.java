package org.yuzuri.portal.web.server;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.csv.ServerExportService;
import org.yuzuri.portal.server.csv.ServerImportService;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.FileServlet;

/**
 * {@code GET /server/export.csv} with the parameters of the list: its servers in the columns of an
 * import; {@code GET /server/template.csv}: an empty file with an example.
 */
public class ServerFileServlet extends FileServlet {

  private static final String TEMPLATE = "/server/template.csv";
  private static final long serialVersionUID = 1L;

  @Inject transient ServerImportService imports;
  @Inject transient ServerExportService exports;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean template = request.getServletPath().equals(TEMPLATE);
    String file = template ? imports.template() : exports.file(filter(request));
    begin(response, "text/csv", (template ? "template" : "servers") + ".csv");
    response.getOutputStream().write(file.getBytes(StandardCharsets.UTF_8));
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
