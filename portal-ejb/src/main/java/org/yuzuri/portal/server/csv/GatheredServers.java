package org.yuzuri.portal.server.csv;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.EntryCheck;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;

/**
 * The servers that there are and those of the lines before, so that a line is held against them
 * without asking the database. Not for threads.
 */
final class GatheredServers implements EntryCheck.Others {

  private final Map<String, Server> byName = new HashMap<>();
  private final Map<String, Set<Server>> byPart = new HashMap<>();

  GatheredServers(Collection<Server> there) {
    there.forEach(this::add);
  }

  /** From now on a line must not share anything with it. */
  void add(Server server) {
    byName.put(server.name(), server);
    String site = server.agentId() + " ";
    Stream.of(
            "mac " + server.mac().text(),
            site + "address " + server.bootAddress(),
            site + "bmc " + server.bmc().address(),
            site + "port " + server.port().kind() + server.port().name())
        .forEach(part -> file(part, server));
    server.disks().forEach(disk -> file(disk(site, disk), server));
  }

  private void file(String part, Server server) {
    byPart.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(server);
  }

  private static String disk(String site, ServerDisk disk) {
    return site + "disk " + disk.stableId();
  }

  @Override
  public Optional<Server> findByName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public List<Server> listSharing(long id, ServerEntry entry) {
    String site = entry.agentId() + " ";
    Stream<String> parts =
        Stream.of(
            "mac " + entry.mac().text(),
            site + "address " + entry.bootAddress(),
            site + "bmc " + entry.bmc().address(),
            site + "port " + entry.port().kind() + entry.port().name());
    return Stream.concat(parts, entry.disks().stream().map(disk -> disk(site, disk)))
        .flatMap(part -> sharing(byPart.get(part)))
        .distinct()
        .toList();
  }

  private static Stream<Server> sharing(@Nullable Set<Server> servers) {
    return servers == null ? Stream.empty() : servers.stream();
  }
}
