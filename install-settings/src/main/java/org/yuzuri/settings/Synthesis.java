package org.yuzuri.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.KickstartFindings;
import org.yuzuri.settings.lint.OneFault;
import org.yuzuri.settings.merge.KickstartMerge;
import org.yuzuri.settings.merge.Merged;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.preseed.PreseedLint;
import org.yuzuri.settings.preseed.PreseedMerge;
import org.yuzuri.settings.preseed.PreseedTree;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.InputLimits;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.SettingsTree;

/**
 * Merges a tenant's install settings with the lender's facts, and lints them.
 *
 * <p>Pure functions: the same input gives the same bytes. Nothing of the text is run, expanded or
 * fetched.
 */
public final class Synthesis {

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity).reversed();

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line)
          .thenComparing(GRAVEST_FIRST)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::code)
          .thenComparing(Finding::found);

  private Synthesis() {}

  /**
   * The text that a server's installer gets.
   *
   * @param release the installer
   * @param tenantText the tenant's settings, as stored
   * @param facts the server
   * @return the plan; see {@link InstallPlan#isUsable()}; without any line when the text is beyond
   *     the limits
   */
  public static InstallPlan plan(Release release, String tenantText, Facts facts) {
    Optional<Finding> exceeded = InputLimits.exceeded(tenantText);
    if (exceeded.isPresent()) {
      return new InstallPlan("", List.of(), List.of(exceeded.get()));
    }
    if (release.dialect() == Dialect.PRESEED) {
      return preseedPlan(PreseedTree.parse(tenantText), facts);
    }
    KickstartTree tree = KickstartTree.parse(tenantText);
    Commands commands = KickstartFindings.commands(release, tree);
    Merged merged = KickstartMerge.merge(release, tree.withPlainEnds(), commands, facts);
    List<Finding> findings = findings(release, tree, commands, Optional.of(facts));
    findings.addAll(merged.findings());
    return new InstallPlan(merged.text(), merged.lines(), inOrder(findings));
  }

  private static InstallPlan preseedPlan(PreseedTree tree, Facts facts) {
    Merged merged = PreseedMerge.merge(tree, facts);
    List<Finding> findings = new ArrayList<>(PreseedLint.check(tree, Optional.of(facts)));
    findings.addAll(merged.findings());
    return new InstallPlan(merged.text(), merged.lines(), inOrder(findings));
  }

  /** Takes a text of any dialect apart; never fails. */
  public static SettingsTree parse(Release release, String text) {
    return release.dialect() == Dialect.PRESEED
        ? PreseedTree.parse(text)
        : KickstartTree.parse(text);
  }

  /** What there is to say about settings, before a server is known. */
  public static List<Finding> check(Release release, String tenantText) {
    Optional<Finding> exceeded = InputLimits.exceeded(tenantText);
    if (exceeded.isPresent()) {
      return List.of(exceeded.get());
    }
    if (release.dialect() == Dialect.PRESEED) {
      return inOrder(PreseedLint.check(PreseedTree.parse(tenantText), Optional.empty()));
    }
    KickstartTree tree = KickstartTree.parse(tenantText);
    Commands commands = KickstartFindings.commands(release, tree);
    return inOrder(findings(release, tree, commands, Optional.empty()));
  }

  /** What there is to say about settings for a server: the findings of its plan. */
  public static List<Finding> check(Release release, String tenantText, Facts facts) {
    return plan(release, tenantText, facts).findings();
  }

  private static List<Finding> findings(
      Release release, KickstartTree tree, Commands commands, Optional<Facts> facts) {
    List<Finding> findings = new ArrayList<>();
    if (tree.isEmpty()) {
      findings.add(new Finding(FindingCode.NOTHING_TO_READ, Severity.ERROR, 0, 0, "", "∅"));
    }
    findings.addAll(KickstartFindings.of(release, tree, commands, facts));
    return findings;
  }

  /** By their places, each once: those that are equal come to stand side by side. */
  private static List<Finding> distinct(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(BY_PLACE);
    List<Finding> distinct = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      int same = distinct.size();
      while (same > 0 && BY_PLACE.compare(distinct.get(same - 1), finding) == 0) {
        same--;
      }
      if (!distinct.subList(same, distinct.size()).contains(finding)) {
        distinct.add(finding);
      }
    }
    return distinct;
  }

  /** The gravest that fit, by their lines, of a line the gravest first. */
  private static List<Finding> inOrder(List<Finding> all) {
    List<Finding> findings = OneFault.each(all);
    List<Finding> kept = findings;
    if (findings.size() > InputLimits.FINDINGS) {
      kept =
          findings.stream()
              .sorted(GRAVEST_FIRST.thenComparing(BY_PLACE))
              .limit(InputLimits.FINDINGS)
              .toList();
    }
    return distinct(kept);
  }
}
