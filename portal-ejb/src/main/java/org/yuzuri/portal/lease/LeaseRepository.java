package org.yuzuri.portal.lease;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.row.RowStore;

/** Where leases are kept. Sees the current subject's tenant only. */
public interface LeaseRepository extends RowStore<Lease> {

  /** Looks and locks the row; empty when another transaction has it, too. */
  Optional<Lease> findUnlessTaken(long id);

  /** Leases of an order, by id. */
  List<Lease> ofOrder(long orderId);

  /**
   * Ids of leases whose period is over and that nobody has begun to take back, but for those that
   * are put off; what waits longest comes first.
   */
  List<Long> listExpired(Instant now, int limit);

  /**
   * Ids of leases that a tenant has and whose openings shut before their end, by id.
   *
   * @param openUntil what counts as the end of a lease that has none
   */
  List<Long> listNeedingGrants(Instant openUntil, int limit);
}
