package org.yuzuri.portal.web.audit;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.audit.AuditFilter;
import org.yuzuri.portal.audit.AuditRow;
import org.yuzuri.portal.audit.AuditService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.FileServlet;

/**
 * {@code GET /audit/export.csv} with the parameters of the list: the same rows as a file, newest
 * first. Read and sent part by part, so that neither memory nor a transaction holds all of it; ends
 * after {@value #MOST_ROWS} rows, which is what a spreadsheet takes.
 */
public class AuditExportServlet extends FileServlet {

  /** Where it is. */
  public static final String PATH = "/audit/export.csv";

  static final int MOST_ROWS = 1_000_000;

  private static final long serialVersionUID = 1L;

  @Inject transient AuditService service;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AuditFilter narrowed =
        new AuditFilter(
            parameter(request, "from"),
            parameter(request, "to"),
            parameter(request, "actor"),
            parameter(request, "action"),
            parameter(request, "subject"));
    ListFilter<ActorKind> filter =
        new ListFilter<>(parameter(request, "text"), kinds(parameter(request, "state")));
    List<AuditRow> first = part(narrowed, filter, Long.MAX_VALUE);
    service.noteExport(narrowed, filter);
    send(response, narrowed, filter, first);
  }

  private void send(
      HttpServletResponse response,
      AuditFilter narrowed,
      ListFilter<ActorKind> filter,
      List<AuditRow> first)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    response.setHeader("Cache-Control", "no-store");
    AuditFile file = new AuditFile(response.getWriter());
    int sent = 0;
    List<AuditRow> part = first;
    while (!part.isEmpty()) {
      file.add(part);
      file.flush();
      sent += part.size();
      boolean more = part.size() == AuditService.MOST_AT_ONCE && sent < MOST_ROWS;
      part = more ? part(narrowed, filter, part.get(part.size() - 1).id()) : List.of();
    }
    file.flush();
  }

  private List<AuditRow> part(AuditFilter narrowed, ListFilter<ActorKind> filter, long before) {
    return service.export(narrowed, filter, before, AuditService.MOST_AT_ONCE);
  }

  /** Any other name narrows nothing, as in the list. */
  private static Set<ActorKind> kinds(String state) {
    return Arrays.stream(ActorKind.values())
        .filter(kind -> kind.name().equals(state))
        .collect(Collectors.toSet());
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Typed.text(request.getParameter(name));
  }
}
