package org.yuzuri.portal.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.settings.release.Release;

/** A name for a row of versions. */
@Entity
class InstallSettings extends TenantRow {

  @Version private long version;

  private String name;

  @Column(name = "release_name")
  private String release;

  @Enumerated(EnumType.STRING)
  private SettingsState state;

  private int newestNumber;

  @Column(updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  InstallSettings() {}

  InstallSettings(long tenantId, String name, Release release, Instant now) {
    super(tenantId);
    this.name = name;
    this.release = release.name();
    this.state = SettingsState.OPEN;
    this.createdAt = now;
  }

  SettingsVersion save(Release wantedRelease, SettingsDraft draft, String author, Instant now) {
    release = wantedRelease.name();
    newestNumber++;
    return new SettingsVersion(this, newestNumber, draft, author, now);
  }

  void remove() {
    state = SettingsState.REMOVED;
  }

  boolean isRemoved() {
    return state == SettingsState.REMOVED;
  }

  int newestNumber() {
    return newestNumber;
  }

  String release() {
    return release;
  }

  SettingsView view(long newestVersionId) {
    String format = Release.of(release).dialect().isKickstart() ? "KICKSTART" : "PRESEED";
    return new SettingsView(
        id(), tenantId(), name, release, format, newestNumber, newestVersionId, createdAt);
  }
}
