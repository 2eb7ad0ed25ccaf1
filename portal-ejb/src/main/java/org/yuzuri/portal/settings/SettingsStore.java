package org.yuzuri.portal.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.InputLimits;
import org.yuzuri.wire.value.Sha256;

/** The rows of settings and versions: found, locked, and added to. */
@Dependent
class SettingsStore {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Quotas quotas;

  @PersistenceContext EntityManager em;

  InstallSettings find(long id) {
    InstallSettings settings = em.find(InstallSettings.class, id);
    if (settings == null || settings.isRemoved()) {
      throw ProblemException.notFound("settings", id);
    }
    return settings;
  }

  SettingsVersion findVersion(long id) {
    SettingsVersion version = em.find(SettingsVersion.class, id);
    if (version == null) {
      throw ProblemException.notFound("settings version", id);
    }
    return version;
  }

  SettingsVersion newestVersion(long settingsId) {
    return findVersion(newestVersionId(settingsId));
  }

  SettingsVersion findVersion(InstallSettings of, long id) {
    SettingsVersion version = findVersion(id);
    if (version.view().settingsId() != of.id()) {
      throw ProblemException.notFound("settings version", id);
    }
    return version;
  }

  /** Those that the subject may change: its own. */
  InstallSettings findOwn(long id) {
    InstallSettings settings = find(id);
    if (!subject.owns(settings.tenantId())) {
      throw ProblemException.notFound("settings", id);
    }
    return settings;
  }

  InstallSettings lockNewest(long id, int basedOn) {
    InstallSettings settings = findOwn(id);
    em.lock(settings, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(settings);
    if (settings.newestNumber() != basedOn) {
      throw new ProblemException(
          SettingsProblem.SAVED_MEANWHILE,
          "version",
          basedOn,
          settings.newestNumber() + " (" + authorOfNewest(settings) + ")");
    }
    return settings;
  }

  private String authorOfNewest(InstallSettings settings) {
    return em.createQuery(
            "select v.author from SettingsVersion v"
                + " where v.settingsId = :settings and v.number = :newest",
            String.class)
        .setParameter("settings", settings.id())
        .setParameter("newest", settings.newestNumber())
        .getSingleResult();
  }

  boolean isSaved(InstallSettings settings, String text) {
    return em.createQuery(
                "select count(v) from SettingsVersion v"
                    + " where v.settingsId = :settings and v.sha256 = :sha256",
                Long.class)
            .setParameter("settings", settings.id())
            .setParameter("sha256", Sha256.ofText(text).hex())
            .getSingleResult()
        > 0;
  }

  /**
   * Saves the next version.
   *
   * @throws ProblemException OVER_QUOTA: there are as many versions as there may be
   */
  SettingsView save(InstallSettings settings, SettingsDraft draft) {
    quotas.use(Quota.SETTINGS_VERSIONS, settings.tenantId(), settings.newestNumber()).check(1);
    SettingsVersion version =
        settings.save(release(draft.release()), draft, subject.actor().name(), clock.instant());
    em.persist(version);
    em.flush();
    audit.record(
        settings.tenantId(),
        "settings.save",
        "settings " + settings.id(),
        "version " + settings.newestNumber());
    return settings.view(version.id());
  }

  SettingsView view(InstallSettings settings) {
    return settings.view(newestVersionId(settings.id()));
  }

  private long newestVersionId(long settingsId) {
    return em.createQuery(
            "select max(v.id) from SettingsVersion v where v.settingsId = :settings", Long.class)
        .setParameter("settings", settingsId)
        .getSingleResult();
  }

  static void checkText(String text) {
    if (text == null || text.isBlank() || text.length() > InputLimits.TEXT_CHARS) {
      String found = text == null ? "nothing" : text.length() + " characters";
      throw ProblemException.invalid("text", found, "1 to " + InputLimits.TEXT_CHARS);
    }
  }

  static Release release(String name) {
    return Release.find(name == null ? "" : name)
        .orElseThrow(
            () ->
                new ProblemException(
                    SettingsProblem.UNKNOWN_RELEASE, "release", name, "one of " + Release.names()));
  }
}
