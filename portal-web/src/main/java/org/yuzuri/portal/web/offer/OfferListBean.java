package org.yuzuri.portal.web.offer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.web.ui.Messages;

/** All offers; withdraws one. */
@Named
@RequestScoped
public class OfferListBean {

  @Inject OfferService service;
  @Inject Messages messages;

  private List<OfferView> offers;

  @PostConstruct
  void load() {
    offers = service.list();
  }

  public void withdraw(OfferView offer) {
    service.withdraw(offer.id());
    messages.done("offer.withdrawn", offer.name());
    load();
  }

  public List<OfferView> getOffers() {
    return offers;
  }
}
