package org.yuzuri.settings.plan;

import java.util.List;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;

/**
 * The result of a synthesis: the text that the server's installer gets.
 *
 * @param text the whole text
 * @param lines the text line by line, in order, with who set each
 * @param findings what there is to say about the tenant's text, ordered by line, of a line the
 *     gravest first; their line numbers are those of the tenant's text
 */
public record InstallPlan(String text, List<PlanLine> lines, List<Finding> findings) {

  public InstallPlan {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** The same plan, judged strictly: each warning is an error. */
  public InstallPlan strictly() {
    return new InstallPlan(text, lines, Finding.strictly(findings));
  }

  /** Whether a server may be installed with it: no finding is an error. */
  public boolean isUsable() {
    return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
  }
}
