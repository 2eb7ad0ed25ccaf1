package org.yuzuri.portal.agent.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that has changed nothing, for the operator.
 *
 * @param happenedAt by the daemon's clock
 * @param disposition text {@code report.disposition.…}: LATE, REFUSED, TRIED or FAILED
 * @param reason one line
 */
public record FlaggedReport(
    long agentId,
    String type,
    Instant happenedAt,
    Instant receivedAt,
    String disposition,
    @Nullable String reason) {}
