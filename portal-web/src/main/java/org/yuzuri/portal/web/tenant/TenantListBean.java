package org.yuzuri.portal.web.tenant;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.tenant.TenantListRow;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantState;
import org.yuzuri.portal.web.ui.ListBean;

/** The tenants. */
@Named
@ViewScoped
public class TenantListBean extends ListBean<TenantListRow, TenantState> {

  private static final long serialVersionUID = 1L;

  @Inject TenantService service;

  /** An empty list, until it is loaded. */
  public TenantListBean() {
    super(TenantState.class);
  }

  @Override
  protected Page<TenantListRow> page(ListFilter<TenantState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
