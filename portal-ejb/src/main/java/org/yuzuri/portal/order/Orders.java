package org.yuzuri.portal.order;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.yuzuri.portal.state.event.EventLog;

/** The one place that moves orders: they follow their leases. Transaction: the caller's. */
@ApplicationScoped
public class Orders implements LeaseListener {

  private final OrderRepository repository;
  private final Leases leases;
  private final EventLog events;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected Orders() {
    this(null, null, null);
  }

  @Inject
  public Orders(OrderRepository repository, Leases leases, EventLog events) {
    this.repository = repository;
    this.leases = leases;
    this.events = events;
  }

  /** Keeps a new order. */
  public void add(Order order) {
    repository.add(order);
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
    events.append(order.subject(), order.apply(event, cause));
  }
}
