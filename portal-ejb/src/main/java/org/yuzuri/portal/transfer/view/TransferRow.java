package org.yuzuri.portal.transfer.view;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.run.state.RunState;

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
    implements Serializable {

  private static final String CURRENT_STEP =
      "(select p.name from Run q join q.steps p where q.id = r.id and index(p) ="
          + " (select max(index(b)) from Run c join c.steps b"
          + " where c.id = r.id and b.startedAt is not null))";

  /** Every transfer that the session may see. */
  public static final RowQuery<TransferRow, RunState> ALL =
      new RowQuery<TransferRow, RunState>(
              TransferRow.class,
              "Transfer t join t.run r join Server s on s.id = r.serverId"
                  + " join Tenant n on n.id = t.tenantId",
              "t.id",
              "r.leaseId",
              "n.name",
              "s.name",
              "r.state",
              CURRENT_STEP,
              "r.failure.code",
              "r.startedAt")
          .searchedBy("s.name", "n.name", "r.failure.code")
          .orderedBy("t.id desc")
          .inStates("r.state", RunState.class, Set.of());
}
