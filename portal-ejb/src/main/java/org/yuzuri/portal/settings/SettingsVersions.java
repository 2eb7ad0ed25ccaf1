package org.yuzuri.portal.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;

/**
 * Saved versions of install settings, for the feature that orders with them. Transaction: the
 * caller's, whose session sees one tenant's.
 */
@ApplicationScoped
public class SettingsVersions {

  @Inject SettingsStore store;

  /**
   * One version without its text.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public SettingsVersionView version(long versionId) {
    return store.findVersion(versionId).view();
  }

  /**
   * The newest version of the settings that this one belongs to.
   *
   * @throws ProblemException NOT_FOUND, also for removed settings
   */
  public SettingsVersionView newest(long versionId) {
    InstallSettings settings = store.find(version(versionId).settingsId());
    return store.newestVersion(settings.id()).view();
  }

  /** Its text. It may hold secrets: do not log or store it elsewhere. */
  public String text(long versionId) {
    return store.findVersion(versionId).text();
  }

  /** What there is to say about it, before a server is known. */
  public List<Finding> check(long versionId) {
    return store.findVersion(versionId).draft().check();
  }

  /** The merged text for a server; the same input gives the same bytes. */
  public InstallPlan plan(long versionId, Facts facts) {
    return store.findVersion(versionId).plan(facts);
  }
}
