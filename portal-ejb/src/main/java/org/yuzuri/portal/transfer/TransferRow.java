package org.yuzuri.portal.transfer;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.RunState;

/**
 * A transfer in a list.
 *
 * @param leaseId the lease that it is for
 * @param tenant name of whose system it is
 * @param server name of the server
 * @param step name of the step that runs, or ran last
 * @param problemCode text {@code reason.CODE}, or null
 */
public record TransferRow(
    long id,
    long leaseId,
    String tenant,
    String server,
    RunState state,
    String step,
    @Nullable String problemCode,
    Instant startedAt)
    implements Serializable {}
