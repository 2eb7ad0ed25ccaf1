package org.yuzuri.portal.web.usage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.usage.UsageRow;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.web.ui.ListBean;

/** What was written down of all tenants' use. */
@Named
@ViewScoped
public class UsageListBean extends ListBean<UsageRow, UsageKind> {

  private static final long serialVersionUID = 1L;

  @Inject UsageService service;

  /** An empty list, until it is loaded. */
  public UsageListBean() {
    super(UsageKind.class);
  }

  @Override
  protected Page<UsageRow> page(ListFilter<UsageKind> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
