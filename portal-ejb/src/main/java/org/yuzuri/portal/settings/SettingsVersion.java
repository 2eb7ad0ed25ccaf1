package org.yuzuri.portal.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.EncryptedText;
import org.yuzuri.portal.platform.Sha256;
import org.yuzuri.settings.Release;

/** A saved text; never changed. */
@Entity
@Immutable
@Table(name = "settings_version")
class SettingsVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @TenantId
  @Column(name = "tenant_id")
  private Long tenantId;

  @Column(name = "settings_id")
  private long settingsId;

  private int number;

  @Convert(converter = EncryptedText.class)
  private String text;

  private String sha256;

  @Column(name = "release_name")
  private String release;

  private String author;

  @Column(name = "saved_at")
  private Instant savedAt;

  /** For Hibernate. */
  SettingsVersion() {}

  SettingsVersion(InstallSettings of, int number, String text, String author, Instant now) {
    this.tenantId = of.tenantId();
    this.settingsId = of.id();
    this.number = number;
    this.text = text;
    this.sha256 = Sha256.of(text);
    this.release = of.release();
    this.author = author;
    this.savedAt = now;
  }

  String text() {
    return text;
  }

  Release release() {
    return Release.of(release);
  }

  long id() {
    return id;
  }

  SettingsVersionView view() {
    return new SettingsVersionView(id, settingsId, number, release, sha256, author, savedAt);
  }

  @Override
  public String toString() {
    return "settings " + settingsId + " version " + number + " of tenant " + tenantId;
  }
}
