package org.yuzuri.portal.order;

/**
 * A feature that follows orders. Implemented by CDI beans; called in the transaction of the change,
 * after it, with the rows of the order and of its leases locked.
 */
public interface OrderListener {

  /** The order has moved to this state. */
  void moved(long orderId, long tenantId, OrderState to);
}
