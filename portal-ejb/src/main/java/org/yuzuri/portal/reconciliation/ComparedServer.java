package org.yuzuri.portal.reconciliation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.wire.value.Hold;

/**
 * A server of which the books and the agents do not say the same.
 *
 * @param serverId its id; of one that is not in the books, what the agent calls it
 * @param name empty when it is not in the books
 * @param state by the books; null when it is not in them
 * @param leaseId by the books, the last one; 0 when there was none
 * @param generation by the books
 * @param knownLeaseId by the agents; null when none told of it, 0 when none was written down
 * @param knownGeneration by the agents; null when none told of it
 * @param holds what an agent keeps in place for it
 * @param doubt why it is quarantined; null when it is not in the books
 */
public record ComparedServer(
    long serverId,
    String name,
    @Nullable ServerState state,
    long leaseId,
    long generation,
    @Nullable Long knownLeaseId,
    @Nullable Long knownGeneration,
    Set<Hold> holds,
    @Nullable Doubt doubt) {}
