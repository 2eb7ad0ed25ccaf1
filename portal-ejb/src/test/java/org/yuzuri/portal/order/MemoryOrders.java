package org.yuzuri.portal.order;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.state.TestIds;

/** Orders in memory. */
public final class MemoryOrders implements OrderRepository {

  private final Map<Long, Order> orders = new TreeMap<>();

  @Override
  public void add(Order order) {
    long id = orders.size() + 1L;
    TestIds.give(order, id);
    orders.put(id, order);
  }

  @Override
  public Optional<Order> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public Optional<Order> findLocked(long id) {
    return find(id);
  }
}
