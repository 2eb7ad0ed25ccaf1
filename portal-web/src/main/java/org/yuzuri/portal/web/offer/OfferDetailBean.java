package org.yuzuri.portal.web.offer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yuzuri.portal.offer.OfferDetails;
import org.yuzuri.portal.offer.OfferPriceView;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** One offer, as operators see it; withdraws it and offers it again. Loaded once a request. */
@Named
@RequestScoped
public class OfferDetailBean {

  @Inject Chosen chosen;
  @Inject OfferService service;
  @Inject Messages messages;

  private OfferDetails details;

  @PostConstruct
  void load() {
    details = service.details(chosen.getId());
  }

  public String withdraw() {
    service.withdraw(chosen.getId());
    return done("offer.withdrawn");
  }

  public String offerAgain() {
    service.offerAgain(chosen.getId());
    return done("offer.offered.again");
  }

  private String done(String text) {
    messages.done(text, details.offer().name());
    return "/offer/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public OfferView getOffer() {
    return details.offer();
  }

  /** Names of the tenants that see it; empty for all. */
  public List<String> getTenants() {
    return details.tenants();
  }

  /** Newest first. */
  public List<OfferPriceView> getPrices() {
    return details.prices();
  }

  /** Its name, as the lists look for it in their addresses. */
  public String getFind() {
    return URLEncoder.encode(details.offer().name(), StandardCharsets.UTF_8);
  }
}
