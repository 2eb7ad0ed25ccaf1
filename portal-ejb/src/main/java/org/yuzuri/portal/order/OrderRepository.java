package org.yuzuri.portal.order;

import java.util.Optional;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;

/** Where orders are kept. Sees the current subject's tenant only. */
public interface OrderRepository {

  /** Keeps a new order and gives it its id. */
  void add(Order order);

  /** Looks without a lock. */
  Optional<Order> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<Order> findLocked(long id);

  /** Orders in a list. */
  Page<OrderRow> list(ListFilter<OrderState> filter, PageRequest request);
}
