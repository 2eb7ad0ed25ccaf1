package org.yuzuri.portal.lease;

import org.yuzuri.portal.state.Cause;

/**
 * A feature that follows leases: transfers stop when a lease is called off, wipes begin when it is
 * returned, orders take their state from their leases. Implemented by CDI beans; called in the
 * transaction of the change, after it, with the lease's row locked.
 */
public interface LeaseListener {

  /**
   * The lease has moved.
   *
   * @param from the state before
   */
  void moved(Lease lease, LeaseState from, Cause cause);

  /** The lease has another period. */
  default void periodChanged(Lease lease) {}
}
