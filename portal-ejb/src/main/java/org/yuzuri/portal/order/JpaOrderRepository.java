package org.yuzuri.portal.order;

import org.yuzuri.portal.state.row.JpaRowStore;
import jakarta.enterprise.context.Dependent;

/** Orders in the database. */
@Dependent
class JpaOrderRepository extends JpaRowStore<Order> implements OrderRepository {

  JpaOrderRepository() {
    super(Order.class);
  }
}
