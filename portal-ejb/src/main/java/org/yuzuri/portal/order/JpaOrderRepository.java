package org.yuzuri.portal.order;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.state.RowLock;

/** Orders in the database. */
@Dependent
class JpaOrderRepository implements OrderRepository {

  private static final RowQuery<OrderRow, OrderState> ROWS =
      new RowQuery<OrderRow, OrderState>(
              OrderRow.class,
              "PurchaseOrder o join Offer f on f.id = o.offerId join Tenant t on t.id = o.tenantId",
              "o.id",
              "t.name",
              "f.name",
              "o.serverCount",
              "o.state",
              "o.placedAt",
              "o.placedBy",
              "o.endsAt")
          .searchedBy("f.name", "t.name", "o.placedBy")
          .orderedBy("o.id desc")
          .inStates("o.state", OrderState.class, Set.of());

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

  @Override
  public Page<OrderRow> list(ListFilter<OrderState> filter, PageRequest request) {
    return ROWS.page(em, filter, request);
  }
}
