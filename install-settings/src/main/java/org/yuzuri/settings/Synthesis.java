package org.yuzuri.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yuzuri.settings.merge.KickstartMerge;
import org.yuzuri.settings.merge.Merged;
import org.yuzuri.settings.syntax.KickstartTree;

/**
 * Merges a tenant's install settings with the lender's facts, and lints them.
 *
 * <p>Pure functions: the same input gives the same bytes. Nothing of the text is run, expanded or
 * fetched.
 */
public final class Synthesis {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::code);

  private Synthesis() {}

  /**
   * The text that a server's installer gets.
   *
   * @param release the installer
   * @param tenantText the tenant's settings, as stored
   * @param facts the server
   * @return the plan; see {@link InstallPlan#isUsable()}
   */
  public static InstallPlan plan(Release release, String tenantText, Facts facts) {
    Merged merged = KickstartMerge.merge(release, KickstartTree.parse(tenantText), facts);
    List<Finding> findings = new ArrayList<>(check(release, tenantText));
    findings.addAll(merged.findings());
    findings.sort(BY_PLACE);
    return new InstallPlan(merged.text(), merged.lines(), findings);
  }

  /** What there is to say about settings, before a server is known. */
  public static List<Finding> check(Release release, String tenantText) {
    return List.of();
  }

  /** What there is to say about settings for a server: the findings of its plan. */
  public static List<Finding> check(Release release, String tenantText, Facts facts) {
    return plan(release, tenantText, facts).findings();
  }
}
