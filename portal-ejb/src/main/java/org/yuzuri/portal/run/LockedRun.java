package org.yuzuri.portal.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;

/**
 * A run whose row is locked until the end of the transaction, after that of what it is for.
 *
 * @param lease the lease that it is for, locked; null when it is the operator's own and the server
 *     was locked in its place
 */
public record LockedRun(Run run, @Nullable Lease lease) {

  /**
   * The lease of a run that has one.
   *
   * @throws NullPointerException the run is the operator's own
   */
  public Lease ownLease() {
    return Objects.requireNonNull(lease, "lease");
  }
}
