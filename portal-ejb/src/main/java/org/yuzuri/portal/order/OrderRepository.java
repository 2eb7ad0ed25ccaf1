package org.yuzuri.portal.order;

import java.util.Optional;

/** Where orders are kept. Sees the current subject's tenant only. */
public interface OrderRepository {

  /** Keeps a new order and gives it its id. */
  void add(Order order);

  /** Looks without a lock. */
  Optional<Order> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<Order> findLocked(long id);
}
