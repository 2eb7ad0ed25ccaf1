package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/**
 * Begins transfers, and calls them off when their lease is. Transaction: the caller's. The engine
 * takes over at its next tick, in the portal's own session.
 */
@ApplicationScoped
public class Transfers implements LeaseListener {

  private final TransferRepository repository;
  private final TransferEngine engine;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected Transfers() {
    this(null, null);
  }

  /** Transfers kept here and moved by this engine. */
  @Inject
  public Transfers(TransferRepository repository, TransferEngine engine) {
    this.repository = repository;
    this.engine = engine;
  }

  /**
   * Begins a transfer of a lease whose server is reserved.
   *
   * @return its id
   */
  public long begin(Lease lease, Fence fence, TransferWish wish, Cause cause) {
    Transfer transfer = new Transfer(lease, fence, wish, cause);
    repository.add(transfer);
    repository.add(new TransferPlan(transfer, wish.plan(), wish.origins()));
    return transfer.id();
  }

  /** A lease that is called off before the hand-over ends its transfer. */
  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (lease.state() == LeaseState.CANCELLING) {
      repository
          .findLastOfLease(lease.id())
          .flatMap(transfer -> repository.findLocked(transfer.id()))
          .ifPresent(transfer -> engine.cancel(lease, transfer, cause));
    }
  }
}
