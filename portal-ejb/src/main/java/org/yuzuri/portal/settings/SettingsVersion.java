package org.yuzuri.portal.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;
import org.yuzuri.wire.value.Sha256;

/** A saved text; never changed. */
@Entity
@Immutable
class SettingsVersion extends NumberedRow {

  @TenantId private Long tenantId;

  private long settingsId;
  private int number;

  @Convert(converter = EncryptedText.class)
  private String text;

  private String sha256;

  @Column(name = "release_name")
  private String release;

  private boolean strict;
  private String author;
  private Instant savedAt;

  /** For Hibernate. */
  SettingsVersion() {}

  SettingsVersion(InstallSettings of, int number, SettingsDraft draft, String author, Instant now) {
    this.tenantId = of.tenantId();
    this.settingsId = of.id();
    this.number = number;
    this.text = draft.text();
    this.sha256 = Sha256.ofText(text).hex();
    this.release = of.release();
    this.strict = draft.strict();
    this.author = author;
    this.savedAt = now;
  }

  String text() {
    return text;
  }

  /** What was in the editor when it was saved. */
  SettingsDraft draft() {
    return new SettingsDraft(release, text, strict);
  }

  /** The merged text for a server, with its findings judged as the tenant chose. */
  InstallPlan plan(Facts facts) {
    InstallPlan plan = Synthesis.plan(Release.of(release), text, facts);
    return strict ? plan.strictly() : plan;
  }

  SettingsVersionView view() {
    return new SettingsVersionView(
        id(), settingsId, number, release, strict, sha256, author, savedAt);
  }

  @Override
  public String toString() {
    return "settings " + settingsId + " version " + number + " of tenant " + tenantId;
  }
}
