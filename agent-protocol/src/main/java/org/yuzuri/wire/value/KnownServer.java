package org.yuzuri.wire.value;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a daemon remembers of one server.
 *
 * @param leaseId of the highest fence seen; 0 when it was of no lease, or is not remembered
 * @param generation of the highest fence seen; 0 when none is remembered
 * @param holds what the daemon keeps in place
 */
public record KnownServer(long serverId, long leaseId, long generation, Set<Hold> holds) {

  public KnownServer {
    Checks.between(serverId, 1, Long.MAX_VALUE, "server.serverId");
    Checks.between(leaseId, 0, Long.MAX_VALUE, "server.leaseId");
    Checks.between(generation, 0, Long.MAX_VALUE, "server.generation");
    EnumSet<Hold> sorted = EnumSet.noneOf(Hold.class);
    sorted.addAll(Checks.present(holds, "server.holds"));
    holds = java.util.Collections.unmodifiableSet(sorted);
  }
}
