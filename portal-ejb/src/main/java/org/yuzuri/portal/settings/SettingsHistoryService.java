package org.yuzuri.portal.settings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The versions of install settings: listed, compared and made the newest again. Transactions:
 * required.
 */
@Stateless
public class SettingsHistoryService {

  /** Lines that are shown before and after those that differ. */
  private static final int LINES_AROUND = 3;

  @Inject SettingsStore store;

  @PersistenceContext EntityManager em;

  /** All versions, newest first. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<SettingsVersionView> listVersions(long id) {
    return em.createQuery(
            "select new org.yuzuri.portal.settings.SettingsVersionView(v.id, v.settingsId,"
                + " v.number, v.release, v.strict, v.sha256, v.author, v.savedAt) from SettingsVersion v"
                + " where v.settingsId = :settings order by v.number desc",
            SettingsVersionView.class)
        .setParameter("settings", store.find(id).id())
        .getResultList();
  }

  /**
   * Makes an old version the newest again, as a version of its own; no version changes.
   *
   * @param basedOn number of the newest version that the subject saw
   * @param editorText what stands in the subject's editor
   * @throws ProblemException SAVED_MEANWHILE as for saving; UNSAVED_TEXT when the editor's text is
   *     in no version; NOT_FOUND when the version is not one of these settings
   */
  @RequiresPermissions(Permissions.SETTINGS_WRITE)
  public SettingsView restore(long id, int basedOn, long versionId, String editorText) {
    InstallSettings settings = store.lockNewest(id, basedOn);
    SettingsVersion version = store.findVersion(settings, versionId);
    if (editorText != null && !store.isSaved(settings, editorText)) {
      throw new ProblemException(
          SettingsProblem.UNSAVED_TEXT,
          "version",
          version.view().number(),
          "a text that is saved as a version");
    }
    return store.save(settings, version.draft());
  }

  /** Two versions of the same settings, line by line. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<ComparedLine> compare(long id, long olderVersionId, long newerVersionId) {
    InstallSettings settings = store.find(id);
    return compare(
        store.findVersion(settings, olderVersionId).text(),
        store.findVersion(settings, newerVersionId).text());
  }

  /** A version and a text that is not saved, line by line. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public List<ComparedLine> compareWith(long id, long versionId, String text) {
    SettingsStore.checkText(text);
    return compare(store.findVersion(store.find(id), versionId).text(), text);
  }

  private static List<ComparedLine> compare(String older, String newer) {
    return TextComparison.differences(
        TextComparison.of(older.lines().toList(), newer.lines().toList()), LINES_AROUND);
  }
}
