package org.yuzuri.portal.web.invoice;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.view.InvoiceRow;
import org.yuzuri.portal.invoice.view.InvoiceService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;

/** The invoices and credit notes. */
@Named
@ViewScoped
public class InvoiceListBean extends ListBean<InvoiceRow, InvoiceState> {

  private static final long serialVersionUID = 1L;

  @Inject InvoiceService service;

  /** An empty list, until it is loaded. */
  public InvoiceListBean() {
    super(InvoiceState.class);
  }

  @Override
  protected Page<InvoiceRow> page(ListFilter<InvoiceState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
