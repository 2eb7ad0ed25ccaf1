package org.yuzuri.portal.order;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.yuzuri.portal.state.RowLock;

/** Orders in the database. */
@Dependent
class JpaOrderRepository implements OrderRepository {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void add(Order order) {
    em.persist(order);
  }

  @Override
  public Optional<Order> find(long id) {
    return Optional.ofNullable(em.find(Order.class, id));
  }

  @Override
  public Optional<Order> findLocked(long id) {
    return RowLock.lock(em, Order.class, id);
  }
}
