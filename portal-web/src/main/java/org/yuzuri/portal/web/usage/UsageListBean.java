package org.yuzuri.portal.web.usage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.usage.UsageRow;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Typed;

/** What was written down of all tenants' use in the month that the address names. */
@Named
@ViewScoped
public class UsageListBean extends ListBean<UsageRow, UsageKind> {

  private static final long serialVersionUID = 1L;

  @Inject UsageService service;

  private String month = "";

  /** An empty list, until it is loaded. */
  public UsageListBean() {
    super(UsageKind.class);
  }

  /** An address without a month is that of the current one. */
  @Override
  public void load() {
    if (month.isEmpty()) {
      month = service.currentMonth().toString();
    }
    super.load();
  }

  @Override
  protected Page<UsageRow> page(ListFilter<UsageKind> filter, PageRequest request) {
    return service.list(month, filter, request);
  }

  @Override
  protected boolean hidesAnything() {
    return service.hasRecords();
  }

  /** As {@code 2026-03}. */
  public String getMonth() {
    return month;
  }

  public void setMonth(@Nullable String month) {
    this.month = Typed.text(month);
  }
}
