package org.yuzuri.portal.web.settings;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.settings.SettingsRow;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsState;
import org.yuzuri.portal.web.ui.ListBean;

/** The tenant's install settings. */
@Named
@ViewScoped
public class SettingsListBean extends ListBean<SettingsRow, SettingsState> {

  private static final long serialVersionUID = 1L;

  @Inject SettingsService service;

  /** An empty list, until it is loaded. */
  public SettingsListBean() {
    super(SettingsState.class);
  }

  @Override
  protected Page<SettingsRow> page(ListFilter<SettingsState> filter, PageRequest request) {
    return service.list(filter, request);
  }
}
