package org.yuzuri.settings.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.lint.syntax.Templates;

/**
 * One finding a fault: what a template left (KS124) is told as that alone, and not again by the
 * rules for words, values and host names that it breaks. It is as grave as the gravest of these.
 */
public final class OneFault {

  private static final Set<FindingCode> BROKEN =
      Set.of(
          FindingCode.SUPERFLUOUS_ARGUMENT,
          FindingCode.UNKNOWN_OPTION,
          FindingCode.UNFIT_VALUE,
          FindingCode.HOST_NAME_NOT_TAKEN);

  private OneFault() {}

  /** The findings of a text without those that tell a leftover again. */
  public static List<Finding> each(List<Finding> findings) {
    Map<Integer, Finding> leftovers = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.code() == FindingCode.TEMPLATE_LEFTOVER) {
        leftovers.merge(finding.line(), finding, OneFault::gravest);
      }
    }
    if (leftovers.isEmpty()) {
      return findings;
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      Finding leftover = leftovers.get(finding.line());
      if (leftover != null && isSame(finding, leftover)) {
        leftovers.put(finding.line(), gravest(leftover, finding));
      } else if (finding.code() != FindingCode.TEMPLATE_LEFTOVER) {
        kept.add(finding);
      }
    }
    kept.addAll(leftovers.values());
    return kept;
  }

  private static Finding gravest(Finding leftover, Finding other) {
    return other.severity().compareTo(leftover.severity()) > 0
        ? leftover.withSeverity(other.severity())
        : leftover;
  }

  private static boolean isSame(Finding finding, Finding leftover) {
    boolean broken =
        BROKEN.contains(finding.code())
            && (leftover.found().contains(finding.found())
                || beginsInside(finding, leftover)
                || Templates.tool(finding.found()).isPresent());
    return broken || hasNoSize(finding);
  }

  /** A word that a leftover with blanks was cut into, with what stands right behind it. */
  private static boolean beginsInside(Finding finding, Finding leftover) {
    int from = finding.column() - leftover.column();
    return from >= 0 && from < leftover.found().length();
  }

  /** A partition whose size is what a template should have written. */
  private static boolean hasNoSize(Finding finding) {
    return finding.code() == FindingCode.TOO_SMALL_PARTITION
        && finding.details().get(0).equals("0");
  }
}
