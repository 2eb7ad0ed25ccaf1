package org.yuzuri.portal.order;

import jakarta.enterprise.context.Dependent;
import org.yuzuri.portal.state.row.JpaRowStore;

/** Orders in the database. */
@Dependent
class JpaOrderRepository extends JpaRowStore<Order> implements OrderRepository {

  JpaOrderRepository() {
    super(Order.class);
  }
}
