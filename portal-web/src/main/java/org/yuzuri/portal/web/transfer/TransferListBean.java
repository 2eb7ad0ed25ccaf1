package org.yuzuri.portal.web.transfer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.transfer.view.TransferRow;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.web.ui.ListBean;

/** The transfers that the viewer may see. */
@Named
@ViewScoped
public class TransferListBean extends ListBean<TransferRow, RunState> {

  private static final long serialVersionUID = 1L;

  @Inject TransferService service;

  /** An empty list, until it is loaded. */
  public TransferListBean() {
    super(RunState.class);
  }

  @Override
  protected Page<TransferRow> page(ListFilter<RunState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
