package org.yuzuri.portal.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeaseService;
import org.yuzuri.portal.lease.LeaseView;
import org.yuzuri.portal.order.OrderService;
import org.yuzuri.portal.order.OrderView;
import org.yuzuri.portal.order.OrderedThings;
import org.yuzuri.portal.state.EventView;
import org.yuzuri.portal.transfer.TransferService;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** One order with its servers and where each of them is. Loaded once a request. */
@Named
@RequestScoped
public class OrderDetailBean {

  @Inject Chosen chosen;
  @Inject OrderService service;
  @Inject LeaseService leaseService;
  @Inject TransferService transfers;
  @Inject Messages messages;

  private @Nullable OrderView order;
  private @Nullable OrderedThings ordered;
  private @Nullable List<EventView> history;
  private @Nullable List<Row> rows;

  /** One server of the order; the transfer is null before it begins. */
  public record Row(LeaseView lease, @Nullable TransferView transfer) {}

  public String cancel() {
    service.cancel(chosen.getId());
    messages.done("order.cancelled");
    return "/order/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public OrderView getOrder() {
    if (order == null) {
      order = service.view(chosen.getId());
    }
    return order;
  }

  public OrderedThings getOrdered() {
    if (ordered == null) {
      ordered = service.ordered(chosen.getId());
    }
    return ordered;
  }

  public List<EventView> getHistory() {
    if (history == null) {
      history = service.history(chosen.getId());
    }
    return history;
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = leaseService.ofOrder(getOrder().id()).stream().map(this::row).toList();
    }
    return rows;
  }

  private Row row(LeaseView lease) {
    Optional<TransferView> transfer = transfers.ofLease(lease.id());
    return new Row(lease, transfer.orElse(null));
  }

  public long getId() {
    return chosen.getId();
  }
}
