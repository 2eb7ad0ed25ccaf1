package org.yuzuri.portal.dashboard;

import java.util.Map;
import org.yuzuri.portal.server.ServerState;

/**
 * The servers of one offer.
 *
 * @param servers how many there are in each state that one is in, without retired ones
 */
public record OfferLine(long id, String name, boolean visible, Map<ServerState, Long> servers) {

  public OfferLine {
    servers = Map.copyOf(servers);
  }

  /** How many can be ordered now. */
  public long free() {
    return count(ServerState.AVAILABLE);
  }

  /** How many are in this state. */
  public long count(ServerState state) {
    return servers.getOrDefault(state, 0L);
  }

  /** All of them. */
  public long total() {
    return servers.values().stream().mapToLong(Long::longValue).sum();
  }
}
