package org.yuzuri.portal.wipe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Kind;

/**
 * A run that takes a server back, as pages show it.
 *
 * @param ending RELEASE, QUARANTINE or ERASE: what becomes of the server
 * @param state name of the {@link WipeState}; text {@code wipe.state.NAME}
 * @param lateAfter when it counts as late, or null when it is over
 * @param endsBy when it is ended as failed, or null when it is over
 * @param phase what the eraser does, or null
 * @param percent of the phase, or null when unknown
 * @param problemCode text {@code reason.CODE}, or null
 */
public record WipeView(
    long id,
    long serverId,
    long leaseId,
    String ending,
    String state,
    Kind kind,
    Instant stateSince,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant lateAfter,
    @Nullable Instant endsBy,
    @Nullable String phase,
    @Nullable Integer percent,
    @Nullable String message,
    @Nullable Instant lastBeatAt,
    @Nullable Fault problemFault,
    @Nullable String problemCode,
    @Nullable String problemDetail) {}
