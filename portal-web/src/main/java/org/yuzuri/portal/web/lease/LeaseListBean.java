package org.yuzuri.portal.web.lease;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.view.LeaseRow;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;

/** The leases that the viewer may see. */
@Named
@ViewScoped
public class LeaseListBean extends ListBean<LeaseRow, LeaseState> {

  private static final long serialVersionUID = 1L;

  @Inject LeaseService service;

  /** An empty list, until it is loaded. */
  public LeaseListBean() {
    super(LeaseState.class);
  }

  @Override
  protected Page<LeaseRow> page(ListFilter<LeaseState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
