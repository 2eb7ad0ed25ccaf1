package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/**
 * Begins transfers, and calls them off when their lease is. Transaction: the caller's. The engine
 * takes over at its next tick, in the portal's own session.
 */
@ApplicationScoped
public class Transfers implements LeaseListener {

  private final TransferRepository repository;
  private final Runs runs;
  private final RunEngine engine;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected Transfers() {
    this(null, null, null);
  }

  /** Transfers kept here and moved by this engine. */
  @Inject
  public Transfers(TransferRepository repository, Runs runs, RunEngine engine) {
    this.repository = repository;
    this.runs = runs;
    this.engine = engine;
  }

  /**
   * Begins a transfer of a lease whose server is reserved.
   *
   * @return its id
   */
  public long begin(Lease lease, Fence fence, Installation installation, Cause cause) {
    Run run = runs.begin(new Run(Transfer.KIND, fence, StepName.names(), cause));
    Transfer transfer = new Transfer(run, lease.tenantId(), installation);
    repository.add(transfer);
    repository.add(new TransferPlan(transfer, installation.plan(), installation.origins()));
    return transfer.id();
  }

  /** A lease that is called off before the hand-over ends its transfer. */
  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (lease.state() == LeaseState.CANCELLING) {
      repository
          .findLastOfLease(lease.id())
          .map(transfer -> runs.locked(transfer.run().id(), lease))
          .ifPresent(run -> engine.cancel(run, cause));
    }
  }
}
