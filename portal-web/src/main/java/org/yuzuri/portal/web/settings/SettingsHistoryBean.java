package org.yuzuri.portal.web.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.settings.ComparedLine;
import org.yuzuri.portal.settings.SettingsHistoryService;
import org.yuzuri.portal.settings.SettingsVersionView;
import org.yuzuri.portal.settings.SettingsView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** The versions beside the editor: what differs between two of them, and an old one made new. */
@Named
@RequestScoped
public class SettingsHistoryBean {

  private static final int MOST_SHOWN = 2000;

  @Inject Chosen chosen;
  @Inject SettingsEditBean editor;
  @Inject SettingsHistoryService service;
  @Inject Messages messages;

  private long older;
  private long newer;
  private List<SettingsVersionView> versions = List.of();
  private @Nullable List<ComparedLine> differences;

  /** The older one is that before the newest, unless another is chosen. */
  @PostConstruct
  void load() {
    if (!editor.isNew()) {
      versions = service.listVersions(chosen.getId());
      older = versions.get(Math.min(1, versions.size() - 1)).id();
    }
  }

  /** Compares the older version with the newer one, or with the editor's text when that is 0. */
  public void compare() {
    differences =
        newer == 0
            ? service.compareWith(chosen.getId(), older, editor.getText())
            : service.compare(chosen.getId(), older, newer);
  }

  public String restore(SettingsVersionView version) {
    SettingsView restored =
        service.restore(chosen.getId(), editor.getBasedOn(), version.id(), editor.getText());
    messages.done("settings.restored", version.number(), restored.newestNumber());
    return SettingsEditBean.PAGE + restored.id();
  }

  /** Newest first; none while the settings are new. */
  public List<SettingsVersionView> getVersions() {
    return versions;
  }

  /** Whether two texts were compared. */
  public boolean isCompared() {
    return differences != null;
  }

  /** What differs, with the lines around; as many as a page can bear. */
  public List<ComparedLine> getDifferences() {
    return differences != null
        ? differences.subList(0, Math.min(MOST_SHOWN, differences.size()))
        : List.of();
  }

  /** How many lines are not shown. */
  public int getLeftOut() {
    return differences != null ? Math.max(0, differences.size() - MOST_SHOWN) : 0;
  }

  public long getOlder() {
    return older;
  }

  public void setOlder(long older) {
    this.older = older;
  }

  public long getNewer() {
    return newer;
  }

  public void setNewer(long newer) {
    this.newer = newer;
  }
}
