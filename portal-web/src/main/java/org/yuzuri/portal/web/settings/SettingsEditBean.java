package org.yuzuri.portal.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.portal.settings.SettingsProblem;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsVersionView;
import org.yuzuri.portal.settings.SettingsView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.starting.StartingPoint;

/**
 * The editor of one set of settings, new while {@code id} is 0. Shows the newest version, or the
 * one that {@code version} names, to be saved as a new one.
 */
@Named
@RequestScoped
public class SettingsEditBean {

  static final String PAGE = "/settings/edit.xhtml?faces-redirect=true&id=";

  @Inject CurrentSubject subject;
  @Inject Chosen chosen;
  @Inject SettingsService service;
  @Inject Messages messages;

  private String start = "";
  private long version;
  private int basedOn;
  private @Nullable String name;
  private String release = Release.KICKSTART_INSTALLER.name();
  private String text = "";
  private boolean strict;
  private List<Finding> findings = List.of();

  public void load() {
    if (isNew()) {
      subject.check(Permissions.SETTINGS_WRITE);
      StartingPoint.find(start).ifPresent(this::beginWith);
      return;
    }
    SettingsView settings = service.settings(chosen.getId());
    basedOn = settings.newestNumber();
    name = settings.name();
    SettingsVersionView shown =
        service.version(settings.id(), version == 0 ? settings.newestVersionId() : version);
    release = shown.release();
    strict = shown.strict();
    text = service.text(shown.id());
    findings = service.check(draft());
  }

  private void beginWith(StartingPoint point) {
    release = point.release().name();
    text = point.text();
    findings = service.check(draft());
  }

  /** While typing: only says what was found. */
  public void check() {
    findings = text.isEmpty() ? List.of() : service.check(draft());
  }

  /**
   * Saves what stands in the editor. When somebody saved another version meanwhile, says so once
   * and keeps the text; saving again is then meant.
   */
  public String save() {
    try {
      SettingsView saved =
          isNew()
              ? service.add(Typed.text(name), draft())
              : service.save(chosen.getId(), basedOn, draft());
      messages.done("settings.saved", saved.name(), saved.newestNumber());
      return PAGE + saved.id();
    } catch (ProblemException refused) {
      check();
      if (refused.code() == SettingsProblem.SAVED_MEANWHILE) {
        basedOn = service.settings(chosen.getId()).newestNumber();
      }
      throw refused;
    }
  }

  public String remove() {
    String removed = service.settings(chosen.getId()).name();
    service.remove(chosen.getId());
    messages.done("settings.removed", removed);
    return "/settings/list.xhtml?faces-redirect=true";
  }

  private SettingsDraft draft() {
    return new SettingsDraft(release, text, strict);
  }

  public boolean isNew() {
    return chosen.getId() == 0;
  }

  public List<String> getReleases() {
    return Release.all().stream().map(Release::name).toList();
  }

  public List<Finding> getFindings() {
    return findings;
  }

  public long getId() {
    return chosen.getId();
  }

  /** Name of what new settings begin with; empty for nothing. */
  public String getStart() {
    return start;
  }

  public void setStart(@Nullable String start) {
    this.start = Typed.text(start);
  }

  public List<StartingPoint> getStartingPoints() {
    return List.of(StartingPoint.values());
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public int getBasedOn() {
    return basedOn;
  }

  public void setBasedOn(int basedOn) {
    this.basedOn = basedOn;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getRelease() {
    return release;
  }

  public void setRelease(String release) {
    this.release = release;
  }

  public boolean isStrict() {
    return strict;
  }

  public void setStrict(boolean strict) {
    this.strict = strict;
  }

  public String getText() {
    return text;
  }

  /** Browsers send a text area's lines with CR LF, whatever was in it. */
  public void setText(@Nullable String text) {
    this.text = Typed.text(text).replace("\r\n", "\n");
  }
}
