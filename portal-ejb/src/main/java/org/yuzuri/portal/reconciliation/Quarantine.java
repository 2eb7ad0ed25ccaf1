package org.yuzuri.portal.reconciliation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Kind;

/**
 * Leaves a server alone that somebody else may have than the books say: what was under way ends
 * without a wipe, what was queued is taken back, and server and lease wait for an operator.
 * Transaction: the caller's.
 */
@Dependent
class Quarantine {

  private final Servers servers;
  private final Leases leases;
  private final Runs runs;
  private final RunEngine engine;
  private final CommandQueue queue;

  @Inject
  Quarantine(Servers servers, Leases leases, Runs runs, RunEngine engine, CommandQueue queue) {
    this.servers = servers;
    this.leases = leases;
    this.runs = runs;
    this.engine = engine;
    this.queue = queue;
  }

  void put(long serverId, Cause cause) {
    Server look = servers.server(serverId);
    @Nullable Lease lease = look.lastLeaseId() == 0 ? null : leases.locked(look.lastLeaseId());
    runs.listRunning(serverId).forEach(run -> engine.abandon(runs.locked(run), cause));
    queue.withdrawServer(serverId);
    if (look.state().kind() != Kind.STUCK) {
      servers.happened(serverId, ServerEvent.QUARANTINE, cause);
    }
    if (lease != null && !lease.state().isFinal()) {
      leases.happened(lease, LeaseEvent.DOUBT, cause);
    }
  }
}
