package org.yuzuri.wire.value;

/**
 * Which hold on a server a command belongs to. The portal raises the generation with every new
 * hold; a daemon obeys only the highest that it has seen of a server.
 *
 * @param serverId id of the server, from 1
 * @param leaseId id of the lease, or 0 when no lease holds the server (work of the operator's own)
 * @param generation from 1, rising per server
 */
public record Fence(long serverId, long leaseId, long generation) {

  public Fence {
    Checks.between(serverId, 1, Long.MAX_VALUE, "fence.serverId");
    Checks.between(leaseId, 0, Long.MAX_VALUE, "fence.leaseId");
    Checks.between(generation, 1, Long.MAX_VALUE, "fence.generation");
  }
}
