package org.yuzuri.portal.order;

import org.yuzuri.portal.state.row.RowStore;

/** Where orders are kept. Sees the current subject's tenant only. */
public interface OrderRepository extends RowStore<Order> {}
