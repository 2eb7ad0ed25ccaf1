package org.yuzuri.portal.reconciliation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.epoch.EpochNow;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.wire.value.KnownServer;

/** Holds the books against what the lender's agents know. Transaction: the caller's. */
@Dependent
class Reconciliation {

  private final Epochs epochs;
  private final Testimony testimony;
  private final Agents agents;
  private final Servers servers;

  @Inject
  Reconciliation(Epochs epochs, Testimony testimony, Agents agents, Servers servers) {
    this.epochs = epochs;
    this.testimony = testimony;
    this.agents = agents;
    this.servers = servers;
  }

  ReconciliationView compare() {
    EpochNow epoch = epochs.now();
    Map<Long, List<KnownServer>> told = testimony.byAgent();
    Map<Long, List<KnownServer>> known =
        told.values().stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(KnownServer::serverId, TreeMap::new, Collectors.toList()));
    List<Server> books = servers.listKept();
    List<ComparedServer> differing = new ArrayList<>();
    for (Server server : books) {
      List<KnownServer> of = known.getOrDefault(server.id(), List.of());
      Doubt.of(server, told.containsKey(server.agentId()), of)
          .ifPresent(doubt -> differing.add(compared(server, of, doubt)));
    }
    int agreeing = books.size() - differing.size();
    books.forEach(server -> known.remove(server.id()));
    servers.names(known.keySet()).keySet().forEach(known::remove);
    known.values().forEach(of -> differing.add(notInTheBooks(of)));
    return new ReconciliationView(
        epoch.reconciling(), epoch.since(), missing(told.keySet()), agreeing, differing);
  }

  private List<String> missing(Set<Long> told) {
    return agents.listLenders().stream()
        .filter(agent -> agent.state() == AgentState.ENROLLED && !told.contains(agent.id()))
        .map(AgentView::name)
        .toList();
  }

  private static ComparedServer compared(Server server, List<KnownServer> known, Doubt doubt) {
    @Nullable KnownServer latest = Doubt.latest(known);
    return new ComparedServer(
        server.id(),
        server.name(),
        server.state(),
        server.lastLeaseId(),
        server.generation(),
        latest == null ? null : latest.leaseId(),
        latest == null ? null : latest.generation(),
        latest == null ? Set.of() : latest.holds(),
        doubt);
  }

  private static ComparedServer notInTheBooks(List<KnownServer> known) {
    KnownServer latest = java.util.Objects.requireNonNull(Doubt.latest(known), "known");
    return new ComparedServer(
        latest.serverId(),
        "",
        null,
        0,
        0,
        latest.leaseId(),
        latest.generation(),
        latest.holds(),
        null);
  }
}
