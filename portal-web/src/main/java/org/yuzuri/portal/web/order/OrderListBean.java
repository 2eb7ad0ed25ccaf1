package org.yuzuri.portal.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.order.OrderService;
import org.yuzuri.portal.order.OrderView;

/** The newest orders that the viewer may see. */
@Named
@RequestScoped
public class OrderListBean {

  private static final int SHOWN = 100;

  @Inject OrderService service;
  @Inject OfferService offers;

  private List<OrderView> orders;
  private Map<Long, String> offerNames;

  @PostConstruct
  void load() {
    orders = service.list(0, SHOWN);
    offerNames =
        offers.list().stream()
            .collect(Collectors.toMap(OfferView::id, OfferView::name, (a, b) -> a));
  }

  public List<OrderView> getOrders() {
    return orders;
  }

  /** The offer's name; its number when the viewer does not see the offer any more. */
  public String offerName(OrderView order) {
    return offerNames.getOrDefault(order.offerId(), String.valueOf(order.offerId()));
  }
}
