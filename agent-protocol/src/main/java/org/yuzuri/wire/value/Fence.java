package org.yuzuri.wire.value;

/**
 * Which hold on a server a command belongs to. The portal raises the generation with every new
 * hold; a daemon obeys only the highest that it has seen of a server.
 *
 * @param serverId id of the server, from 1
 * @param leaseId id of the lease, or 0 when no lease holds the server (work of the operator's own)
 * @param generation from 1, rising per server; its upper part is the epoch of the portal's books in
 *     which the hold began, so that whatever is held after the books were restored is higher than
 *     whatever was before
 */
public record Fence(long serverId, long leaseId, long generation) {

  /** The last epoch there can be, which as seconds since 1970 is in the year 2242. */
  public static final long LAST_EPOCH = (1L << 33) - 1;

  // Below 2^53 altogether, the integers that every reader of JSON knows (RFC 8259, section 6).
  private static final int HOLDS_IN_AN_EPOCH_BITS = 20;

  public Fence {
    Checks.between(serverId, 1, Long.MAX_VALUE, "fence.serverId");
    Checks.between(leaseId, 0, Long.MAX_VALUE, "fence.leaseId");
    Checks.between(generation, 1, Long.MAX_VALUE, "fence.generation");
  }

  /** Whether there can be this epoch. */
  public static boolean isEpoch(long epoch) {
    return epoch >= 0 && epoch <= LAST_EPOCH;
  }

  /** The lowest generation of a hold that begins in this epoch, but for epoch 0, where it is 1. */
  public static long firstGeneration(long epoch) {
    return Checks.between(epoch, 0, LAST_EPOCH, "epoch") << HOLDS_IN_AN_EPOCH_BITS;
  }

  /** The epoch in which the hold began. */
  public long epoch() {
    return generation >> HOLDS_IN_AN_EPOCH_BITS;
  }
}
