package org.yuzuri.portal.server.csv;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerRow;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.entry.ServerDisk;

/** Gives servers out in the columns in which they are taken in. Transaction: required. */
@Stateless
public class ServerExportService {

  @Inject Agents agents;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /**
   * The servers of the list with this filter as a file, at most 10000: in UTF-8 with a byte order
   * mark, without passwords, and without cells that a spreadsheet would calculate.
   */
  @RequiresPermissions(Permissions.SERVER_READ)
  public String file(ListFilter<ServerState> filter) {
    List<ServerRow> rows =
        ServerRow.ALL.first(em, filter, ServerFile.MOST_LINES, "1 = 1", Map.of());
    Map<Long, String> offers =
        rows.stream().collect(Collectors.toMap(ServerRow::id, ServerRow::offer));
    Map<Long, String> sites =
        agents.listLenders().stream().collect(Collectors.toMap(AgentView::id, AgentView::name));
    StringBuilder file = new StringBuilder("\ufeff");
    try (CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
      printer.printRecord(ServerColumn.headers());
      for (Server server : servers(rows)) {
        print(
            printer,
            server,
            offers.getOrDefault(server.id(), ""),
            sites.getOrDefault(server.agentId(), ""));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    audit.record("server.export", rows.size() + " servers", filter.text() + " " + filter.states());
    return file.toString();
  }

  private List<Server> servers(List<ServerRow> rows) {
    return rows.isEmpty()
        ? List.of()
        : em.createQuery(
                "select distinct s from Server s left join fetch s.disks where s.id in (:ids)"
                    + " order by s.name",
                Server.class)
            .setParameter("ids", rows.stream().map(ServerRow::id).toList())
            .getResultList();
  }

  private static void print(CSVPrinter printer, Server server, String offer, String agent)
      throws IOException {
    printer.printRecord(
        server.name(),
        ServerFile.guarded(offer),
        ServerFile.guarded(agent),
        server.mac().text(),
        server.bootAddress(),
        server.bootMode(),
        server.console(),
        server.identity(),
        server.cpuCount(),
        server.memoryMib(),
        server.bmc().kind(),
        server.bmc().address(),
        server.bmc().user(),
        "",
        server.port().kind(),
        ServerFile.guarded(server.port().name()),
        server.disks().stream().map(ServerDisk::toString).collect(Collectors.joining("; ")));
  }
}
