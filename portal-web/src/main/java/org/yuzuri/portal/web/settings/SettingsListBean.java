package org.yuzuri.portal.web.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsView;

/** The tenant's install settings. */
@Named
@RequestScoped
public class SettingsListBean {

  @Inject SettingsService service;

  private List<SettingsView> settings;

  @PostConstruct
  void load() {
    settings = service.list();
  }

  public List<SettingsView> getSettings() {
    return settings;
  }
}
