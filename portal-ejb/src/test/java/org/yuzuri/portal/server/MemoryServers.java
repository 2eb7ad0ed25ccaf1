package org.yuzuri.portal.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.TestIds;
import org.yuzuri.wire.port.PortKind;

/** Servers in memory. */
public final class MemoryServers implements ServerRepository {

  private final Map<Long, Server> servers = new TreeMap<>();

  @Override
  public void add(Server server) {
    long id = servers.size() + 1L;
    TestIds.give(server, id);
    servers.put(id, server);
  }

  @Override
  public Optional<Server> find(long id) {
    return Optional.ofNullable(servers.get(id));
  }

  @Override
  public Optional<Server> findLocked(long id) {
    return find(id);
  }

  @Override
  public List<Server> list(Set<Long> ids) {
    return servers.values().stream().filter(server -> ids.contains(server.id())).toList();
  }

  @Override
  public List<Server> listKept() {
    return servers.values().stream()
        .filter(server -> server.state() != ServerState.RETIRED)
        .toList();
  }

  @Override
  public List<Server> listKeptOfSite(long agentId, int count) {
    return listKept().stream().filter(server -> server.agentId() == agentId).limit(count).toList();
  }

  @Override
  public Optional<Server> findByName(String name) {
    return servers.values().stream().filter(server -> server.name().equals(name)).findFirst();
  }

  @Override
  public List<Server> listSharing(long id, ServerEntry entry) {
    return servers.values().stream()
        .filter(server -> server.id() != id && isSharing(server, entry))
        .toList();
  }

  @Override
  public List<Server> lockFree(long offerId, int count) {
    return listFree(offerId, count);
  }

  @Override
  public List<Server> listFree(long offerId, int count) {
    return servers.values().stream()
        .filter(server -> server.offerId() == offerId && server.state() == ServerState.AVAILABLE)
        .limit(count)
        .toList();
  }

  @Override
  public int countFree(long offerId) {
    return listFree(offerId, Integer.MAX_VALUE).size();
  }

  @Override
  public int countOfPool(long offerId, Identity identity) {
    return (int)
        servers.values().stream()
            .filter(server -> server.offerId() == offerId && server.identity() == identity)
            .filter(server -> server.state() != ServerState.RETIRED)
            .count();
  }

  private static boolean isPluggedIn(Server server, String bridgePort) {
    return server.port().kind() == PortKind.LINUX_BRIDGE && server.port().name().equals(bridgePort);
  }

  private static boolean isSharing(Server server, ServerEntry entry) {
    boolean atItsSite =
        server.agentId() == entry.agentId()
            && (server.bootAddress().equals(entry.bootAddress().toString())
                || server.bmc().address().equals(entry.bmc().address())
                || isPluggedIn(server, entry.port().name())
                || !Collections.disjoint(stableIds(server.disks()), stableIds(entry.disks())));
    return server.mac().equals(entry.mac()) || atItsSite;
  }

  private static List<String> stableIds(List<ServerDisk> disks) {
    return disks.stream().map(ServerDisk::stableId).toList();
  }
}
