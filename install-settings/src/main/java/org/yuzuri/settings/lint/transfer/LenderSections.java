package org.yuzuri.settings.lint.transfer;

import java.util.regex.Pattern;
import org.yuzuri.settings.syntax.Node;

/** Recognizes the lender's own sections in a text that was a plan before. */
final class LenderSections {

  private static final Pattern HOOK =
      Pattern.compile(
          "/yuzuri/hook (pre|onerror|installed|settings [A-Z0-9]+|post(/[A-Za-z0-9._-]+| )*)");

  private LenderSections() {}

  static boolean isOne(Node.Section section) {
    return !section.body().isEmpty()
        && section.body().stream().allMatch(line -> HOOK.matcher(line.text()).matches());
  }
}
