package org.yuzuri.portal.agent.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that changed nothing, for the operator.
 *
 * @param happenedAt by the daemon's clock
 * @param disposition LATE or REFUSED
 * @param reason one line
 */
public record FlaggedReport(
    long agentId,
    String type,
    Instant happenedAt,
    Instant receivedAt,
    String disposition,
    @Nullable String reason) {}
