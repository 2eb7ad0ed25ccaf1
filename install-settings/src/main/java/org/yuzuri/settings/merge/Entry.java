package org.yuzuri.settings.merge;

import java.util.Optional;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * A line of a plan in the making.
 *
 * @param text without end
 * @param end what ends it
 * @param origin who set it
 * @param replaced the tenant's lines that it stands for
 */
public record Entry(String text, String end, Origin origin, Optional<String> replaced) {

  private static final String NEWLINE = "\n";

  /** Stands where a line was left out. */
  private static final String LEFT_OUT = "# yuzuri: left out";

  /** The place of what the tenant wrote and the plan must not have. */
  public static Entry leftOut(String text) {
    return new Entry(LEFT_OUT, NEWLINE, Origin.LENDER, Optional.of(text));
  }

  static Entry tenant(SourceLine line) {
    return new Entry(line.text(), line.end(), Origin.TENANT, Optional.empty());
  }

  static Entry lender(String text) {
    return new Entry(text, NEWLINE, Origin.LENDER, Optional.empty());
  }

  static Entry lender(String text, Optional<String> replaced) {
    return new Entry(text, NEWLINE, Origin.LENDER, replaced);
  }

  static Entry both(String text, SourceLine line) {
    return text.equals(line.text())
        ? tenant(line)
        : new Entry(text, line.end(), Origin.BOTH, Optional.of(line.text()));
  }
}
