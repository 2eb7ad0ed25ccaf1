package org.yuzuri.portal.agent.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command, as the operator sees it; without its body, which may hold secrets.
 *
 * @param type simple name, such as {@code EnsurePower}
 * @param outcomeCode of a failure, or null
 * @param outcomeDetail of a failure, or null
 * @param finishedAt null while no outcome came
 */
public record CommandView(
    String id,
    long sequence,
    String type,
    long serverId,
    long leaseId,
    CommandState state,
    Instant queuedAt,
    Instant notAfter,
    @Nullable Instant finishedAt,
    @Nullable String outcomeCode,
    @Nullable String outcomeDetail) {}
