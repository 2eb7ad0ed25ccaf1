package org.yuzuri.portal.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.EventLog;

/** The one place that moves orders: they follow their leases. Transaction: the caller's. */
@ApplicationScoped
public class Orders implements LeaseListener {

  private final OrderRepository repository;
  private final Leases leases;
  private final EventLog events;
  private final Iterable<OrderListener> listeners;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected Orders() {
    this(null, null, null, List.<OrderListener>of());
  }

  /** Orders kept here, with their history there. */
  @Inject
  public Orders(
      OrderRepository repository,
      Leases leases,
      EventLog events,
      @Any Instance<OrderListener> listeners) {
    this(repository, leases, events, (Iterable<OrderListener>) listeners);
  }

  /** The same with listeners that somebody else gathered. */
  public Orders(
      OrderRepository repository,
      Leases leases,
      EventLog events,
      Iterable<OrderListener> listeners) {
    this.repository = repository;
    this.leases = leases;
    this.events = events;
    this.listeners = listeners;
  }

  /** Keeps a new order. */
  public void add(Order order) {
    repository.add(order);
  }

  /** Keeps a new order of a tenant, as of the cause's moment; its id. */
  public long begin(long tenantId, OrderRequest request, Cause cause) {
    Order order = new Order(tenantId, request, cause);
    add(order);
    return order.id();
  }

  /** The order, without a lock. */
  public Order order(long id) {
    return repository.find(id).orElseThrow(() -> ProblemException.notFound("order", id));
  }

  /**
   * Calls every lease off that was not handed over; the others stay as they are. Leases are locked
   * first, by id.
   */
  public void cancel(long id, Cause cause) {
    order(id);
    List<Lease> locked =
        leases.ofOrder(id).stream().map(lease -> leases.locked(lease.id())).toList();
    happened(locked(id), OrderEvent.CANCEL, cause);
    for (Lease lease : locked) {
      leases.happened(lease, LeaseEvent.CANCEL, cause);
    }
  }

  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    Order order = locked(lease.orderId());
    OrderOutcome.of(leases.ofOrder(order.id()))
        .filter(event -> OrderTransitions.TABLE.moves(order.state(), event))
        .ifPresent(event -> happened(order, event, cause));
  }

  private Order locked(long id) {
    return repository.findLocked(id).orElseThrow(() -> ProblemException.notFound("order", id));
  }

  private void happened(Order order, OrderEvent event, Cause cause) {
    Change change = order.apply(event, cause);
    events.append(order.subject(), change);
    if (change.moved()) {
      listeners.forEach(one -> one.moved(order.id(), order.tenantId(), order.state()));
    }
  }
}
