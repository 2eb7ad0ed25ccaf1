package org.yuzuri.portal.web.order;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.order.OrderRow;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;

/** The orders that the viewer may see. */
@Named
@ViewScoped
public class OrderListBean extends ListBean<OrderRow, OrderState> {

  private static final long serialVersionUID = 1L;

  @Inject OrderService service;

  /** An empty list, until it is loaded. */
  public OrderListBean() {
    super(OrderState.class);
  }

  @Override
  protected Page<OrderRow> page(ListFilter<OrderState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
