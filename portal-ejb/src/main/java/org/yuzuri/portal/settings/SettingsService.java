package org.yuzuri.portal.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.settings.completion.Completion;
import org.yuzuri.settings.completion.Completions;
import org.yuzuri.settings.finding.Finding;

/** The install settings of the subject's tenant. Transactions: required. */
@Stateless
public class SettingsService {

  private static final int LONGEST_NAME = 80;

  @Inject SettingsStore store;
  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject SettingsQuotas quotas;

  @PersistenceContext EntityManager em;

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
        .map(store::view)
        .toList();
  }

  /** Those that the subject may see; by name unless asked otherwise. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public Page<SettingsRow> list(ListFilter<SettingsState> filter, PageRequest request) {
    return SettingsRow.ALL.page(em, filter, request);
  }

  /**
   * One set of settings.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public SettingsView settings(long id) {
    return store.view(store.find(id));
  }

  /**
   * One version of these settings without its text.
   *
   * @throws ProblemException NOT_FOUND, also for a version of other settings
   */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public SettingsVersionView version(long id, long versionId) {
    return store.findVersion(store.find(id), versionId).view();
  }

  /** The text of a version. It may hold secrets: do not log or store it elsewhere. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public String text(long versionId) {
    return store.findVersion(versionId).text();
  }

  /**
   * Adds settings with their first version. Findings do not keep a text from being saved.
   *
   * @throws ProblemException OVER_QUOTA
   */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public SettingsView add(String name, SettingsDraft draft) {
    checkName(name);
    SettingsStore.checkText(draft.text());
    checkQuota();
    InstallSettings settings =
        new InstallSettings(
            subject.tenantId(), name, SettingsStore.release(draft.release()), clock.instant());
    em.persist(settings);
    em.flush();
    return store.save(settings, draft);
  }

  /**
   * Saves a new version.
   *
   * @param basedOn number of the version that was edited
   * @throws ProblemException SAVED_MEANWHILE when that is not the newest any more; OVER_QUOTA
   */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public SettingsView save(long id, int basedOn, SettingsDraft draft) {
    SettingsStore.checkText(draft.text());
    return store.save(store.lockNewest(id, basedOn), draft);
  }

  /** No longer offers the settings for orders. */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public void remove(long id) {
    InstallSettings settings = store.findOwn(id);
    settings.remove();
    audit.record(settings.tenantId(), "settings.remove", "settings " + id, "");
  }

  /** What there is to say about a text, before a server is known; stores nothing. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<Finding> check(SettingsDraft draft) {
    return draft.check();
  }

  /** What may be written at a place of a text, both counted from 1; stores nothing. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<Completion> complete(String release, String text, int line, int column) {
    return Completions.at(SettingsStore.release(release), text, line, column);
  }

  private void checkQuota() {
    quotas.lock(subject.tenantId());
    quotas.settings(subject.tenantId()).check(1);
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
}
