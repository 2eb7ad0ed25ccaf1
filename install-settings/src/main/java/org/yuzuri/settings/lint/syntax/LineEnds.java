package org.yuzuri.settings.lint.syntax;

import java.util.List;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.syntax.SettingsTree;
import org.yuzuri.settings.syntax.Signs;
import org.yuzuri.settings.syntax.SourceLine;

/** KS127: lines that end as on Windows. A script that kept them would fail at its first line. */
public final class LineEnds {

  private LineEnds() {}

  /** Adds one finding, at the first such line. */
  public static void check(SettingsTree tree, List<Finding> findings) {
    for (SourceLine line : tree.lines()) {
      if (line.end().equals("\r\n")
          || (line.hasAny(Signs.UNUSUAL)
              && line.end().equals("\n")
              && line.text().endsWith("\r"))) {
        findings.add(
            new Finding(
                FindingCode.CARRIAGE_RETURNS,
                Severity.INFO,
                line.number(),
                0,
                line.text().strip()));
        return;
      }
    }
  }
}
