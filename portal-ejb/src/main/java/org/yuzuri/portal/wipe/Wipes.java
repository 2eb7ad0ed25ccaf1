package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/**
 * Begins wipes. Nothing is sent here: the engine sends the cut-off in the portal's own session,
 * since the one who asks may be a tenant's member. Transaction: the caller's, with the lease's row
 * locked, or the server's when there is none.
 */
@ApplicationScoped
public class Wipes implements LeaseListener {

  private final WipeRepository repository;
  private final Runs runs;
  private final Leases leases;
  private final Servers servers;
  private final CommandQueue queue;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected Wipes() {
    this(null, null, null, null, null);
  }

  /** Wipes kept here, of these servers. */
  @Inject
  public Wipes(
      WipeRepository repository, Runs runs, Leases leases, Servers servers, CommandQueue queue) {
    this.repository = repository;
    this.runs = runs;
    this.leases = leases;
    this.servers = servers;
    this.queue = queue;
  }

  /**
   * Begins to take a server back. Commands of the hold before it lose their fence.
   *
   * @param ending what becomes of the server once it is cut off
   */
  public void begin(Lease lease, WipeEnding ending, Cause cause) {
    queue.withdraw(lease.id());
    begin(lease.serverId(), lease.id(), ending, cause);
  }

  /**
   * As above, for a server that is no lease's.
   *
   * @param server locked
   */
  public void begin(Server server, WipeEnding ending, Cause cause) {
    queue.withdrawServer(server.id());
    begin(server.id(), 0, ending, cause);
  }

  private void begin(long serverId, long leaseId, WipeEnding ending, Cause cause) {
    servers.happened(serverId, ServerEvent.CUT_OFF, cause);
    Fence fence = servers.fenceAnew(serverId, leaseId);
    Run run = runs.begin(new Run(Wipe.KIND, fence, WipeStep.of(ending), cause));
    repository.add(new Wipe(run, ending));
  }

  /**
   * The server leaves the pool for good. A lease that it could not be taken back from closes: its
   * address returns and its order can end.
   */
  public void retire(Lease lease, Cause cause) {
    servers.happened(lease.serverId(), ServerEvent.RETIRE, cause);
    if (lease.state() == LeaseState.RECLAIM_FAILED) {
      leases.happened(lease, LeaseEvent.SETTLE, cause);
    }
  }

  /** A lease that is returned is taken back and erased. */
  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (lease.state() == LeaseState.RETURNING) {
      begin(lease, WipeEnding.ERASE, cause);
    }
  }
}
