package org.yuzuri.host.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

/**
 * What a daemon knows of servers, which a portal whose books were restored may not.
 *
 * @param fences highest ones seen
 * @param holds what is kept in place for servers, by their ids; asked anew each time
 */
public record Knowledge(FenceFiles fences, Supplier<Map<Long, Set<Hold>>> holds) {

  /**
   * Everything, by the server's id; of more servers than a report can hold, those of the highest
   * ids.
   */
  List<KnownServer> list() {
    Map<Long, KnownServer> all = new TreeMap<>();
    Map<Long, Set<Hold>> held = holds.get();
    held.forEach((server, kept) -> all.put(server, new KnownServer(server, 0, 0, kept)));
    for (FenceFiles.Seen seen : fences.list()) {
      long server = seen.serverId();
      all.put(
          server,
          new KnownServer(
              server,
              seen.leaseId().orElse(0L),
              seen.generation(),
              held.getOrDefault(server, Set.of())));
    }
    return all.values().stream().skip(Math.max(0, all.size() - Known.MOST_SERVERS)).toList();
  }
}
