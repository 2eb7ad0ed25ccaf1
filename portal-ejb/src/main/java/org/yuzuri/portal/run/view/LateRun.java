package org.yuzuri.portal.run.view;

import java.time.Instant;

/**
 * A run whose step takes longer than its soft limit.
 *
 * @param kind of run, such as {@code TRANSFER}
 * @param leaseId 0 when it is for none
 * @param step name of the step; text {@code step.NAME}
 * @param since when the soft limit was over
 */
public record LateRun(
    long serverId, String server, long leaseId, String kind, String step, Instant since) {}
