package org.yuzuri.portal.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.order.OrderView;
import org.yuzuri.portal.order.placing.OrderAgain;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.OrderedThings;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.transfer.view.TransferRow;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.language.Texts;

/** One order with its servers and where each of them is. Loaded once a request. */
@Named
@RequestScoped
public class OrderDetailBean {

  @Inject Chosen chosen;
  @Inject TogetherService together;
  @Inject OrderService service;
  @Inject LeaseService leaseService;
  @Inject TransferService transfers;
  @Inject CurrentSubject subject;
  @Inject Messages messages;
  @Inject Texts texts;

  private OrderView order;
  private OrderedThings ordered;
  private List<EventView> history;
  private List<Row> rows;

  /** One server of the order; the transfer is null before it begins, and for who sees none. */
  public record Row(LeaseView lease, @Nullable TransferRow transfer) {}

  @PostConstruct
  void load() {
    together.read(() -> read(chosen.getId()));
  }

  @ReadTogether
  private void read(long id) {
    order = service.view(id);
    ordered = service.ordered(id);
    history = service.history(id);
    Map<Long, TransferRow> newest =
        (subject.may(Permissions.TRANSFER_READ) ? transfers.ofOrder(id) : List.<TransferRow>of())
            .stream()
                .collect(
                    Collectors.toMap(TransferRow::leaseId, row -> row, (first, older) -> first));
    rows =
        leaseService.ofOrder(id).stream()
            .map(lease -> new Row(lease, newest.get(lease.id())))
            .toList();
  }

  /** To the wizard with what of the order can still be chosen; what is gone is said there. */
  public String again() {
    OrderAgain again = service.again(chosen.getId());
    List<String> gone = again.gone().stream().map(thing -> texts.of("field", thing)).toList();
    if (!gone.isEmpty()) {
      messages.done("order.again.gone", String.join(", ", gone));
    }
    return OrderChoice.address(again);
  }

  public String cancel() {
    service.cancel(chosen.getId());
    messages.done("order.cancelled");
    return "/order/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public OrderView getOrder() {
    return order;
  }

  public OrderedThings getOrdered() {
    return ordered;
  }

  public List<EventView> getHistory() {
    return history;
  }

  public List<Row> getRows() {
    return rows;
  }

  public boolean isLive() {
    return !order.isFinal();
  }

  public long getId() {
    return chosen.getId();
  }
}
