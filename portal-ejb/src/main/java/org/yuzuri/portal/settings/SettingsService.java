package org.yuzuri.portal.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.InputLimits;
import org.yuzuri.settings.InstallPlan;
import org.yuzuri.settings.Release;
import org.yuzuri.settings.Synthesis;

/** The install settings of the subject's tenant. Transactions: required. */
@Stateless
public class SettingsService {

  private static final int LONGEST_NAME = 80;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** Those that are not removed, by name. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<SettingsView> list() {
    return em
        .createQuery(
            "select s from InstallSettings s"
                + " where s.state = org.yuzuri.portal.settings.SettingsState.OPEN"
                + " order by s.name, s.id",
            InstallSettings.class)
        .getResultList()
        .stream()
        .map(this::view)
        .toList();
  }

  /**
   * One set of settings.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public SettingsView settings(long id) {
    return view(find(id));
  }

  /** All versions, newest first. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<SettingsVersionView> listVersions(long id) {
    return em.createQuery(
            "select new org.yuzuri.portal.settings.SettingsVersionView(v.id, v.settingsId,"
                + " v.number, v.release, v.sha256, v.author, v.savedAt) from SettingsVersion v"
                + " where v.settingsId = :settings order by v.number desc",
            SettingsVersionView.class)
        .setParameter("settings", find(id).id())
        .getResultList();
  }

  /** One version without its text. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public SettingsVersionView version(long versionId) {
    return findVersion(versionId).view();
  }

  /** The text of a version. It may hold secrets: do not log or store it elsewhere. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public String text(long versionId) {
    return findVersion(versionId).text();
  }

  /** Adds settings with their first version. Findings do not keep a text from being saved. */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public SettingsView add(String name, String release, String text) {
    checkName(name);
    checkText(text);
    InstallSettings settings =
        new InstallSettings(subject.tenantId(), name, release(release), clock.instant());
    em.persist(settings);
    em.flush();
    return save(settings, release, text);
  }

  /**
   * Saves a new version.
   *
   * @param basedOn number of the version that was edited
   * @throws ProblemException SAVED_MEANWHILE when that is not the newest any more
   */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public SettingsView save(long id, int basedOn, String release, String text) {
    checkText(text);
    InstallSettings settings = find(id);
    em.lock(settings, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(settings);
    if (settings.newestNumber() != basedOn) {
      throw new ProblemException(
          SettingsProblem.SAVED_MEANWHILE,
          "version",
          basedOn,
          "the newest, which is " + settings.newestNumber());
    }
    return save(settings, release, text);
  }

  /** No longer offers the settings for orders. */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public void remove(long id) {
    InstallSettings settings = find(id);
    settings.remove();
    audit.record(settings.tenantId(), "settings.remove", "settings " + id, "");
  }

  /** What there is to say about a text, before a server is known; stores nothing. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<Finding> check(String release, String text) {
    checkText(text);
    return Synthesis.check(release(release), text);
  }

  /** The merged text for a server, of a saved version; the same input gives the same bytes. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public InstallPlan plan(long versionId, Facts facts) {
    SettingsVersion version = findVersion(versionId);
    return Synthesis.plan(version.release(), version.text(), facts);
  }

  private SettingsView save(InstallSettings settings, String release, String text) {
    SettingsVersion version =
        settings.save(release(release), text, subject.actor().name(), clock.instant());
    em.persist(version);
    em.flush();
    audit.record(
        settings.tenantId(),
        "settings.save",
        "settings " + settings.id(),
        "version " + settings.newestNumber());
    return settings.view(version.id());
  }

  private SettingsView view(InstallSettings settings) {
    return settings.view(
        em.createQuery(
                "select max(v.id) from SettingsVersion v where v.settingsId = :settings",
                Long.class)
            .setParameter("settings", settings.id())
            .getSingleResult());
  }

  private InstallSettings find(long id) {
    InstallSettings settings = em.find(InstallSettings.class, id);
    if (settings == null || settings.isRemoved()) {
      throw ProblemException.notFound("settings", id);
    }
    return settings;
  }

  private SettingsVersion findVersion(long id) {
    SettingsVersion version = em.find(SettingsVersion.class, id);
    if (version == null) {
      throw ProblemException.notFound("settings version", id);
    }
    return version;
  }

  private void checkName(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw ProblemException.invalid("name", name, "1 to 80 characters");
    }
    boolean taken =
        em.createQuery(
                    "select count(s) from InstallSettings s"
                        + " where s.name = :name and s.tenantId = :tenant",
                    Long.class)
                .setParameter("name", name)
                .setParameter("tenant", subject.tenantId())
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "name", name, "a name that no other settings have");
    }
  }

  private static void checkText(String text) {
    if (text == null || text.isBlank() || text.length() > InputLimits.TEXT_CHARS) {
      String found = text == null ? "nothing" : text.length() + " characters";
      throw ProblemException.invalid("text", found, "1 to " + InputLimits.TEXT_CHARS);
    }
  }

  private static Release release(String name) {
    return Release.find(name == null ? "" : name)
        .orElseThrow(
            () ->
                new ProblemException(
                    SettingsProblem.UNKNOWN_RELEASE, "release", name, "one of " + Release.names()));
  }
}
