package org.yuzuri.portal.web.offer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.offer.OfferRow;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;

/** The offers; withdraws one. */
@Named
@ViewScoped
public class OfferListBean extends ListBean<OfferRow, OfferState> {

  private static final long serialVersionUID = 1L;

  @Inject OfferService service;
  @Inject Messages messages;

  /** An empty list, until it is loaded. */
  public OfferListBean() {
    super(OfferState.class);
  }

  @Override
  protected Page<OfferRow> page(ListFilter<OfferState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  public void withdraw(OfferRow offer) {
    service.withdraw(offer.id());
    messages.done("offer.withdrawn", offer.name());
    load();
  }
}
