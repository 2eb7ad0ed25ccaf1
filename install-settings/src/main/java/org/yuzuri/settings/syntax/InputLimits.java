package org.yuzuri.settings.syntax;

import java.util.Optional;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;

/** How much a stranger's text may ask of us; beyond it there is one finding and no more work. */
public final class InputLimits {

  /** Longest text, in characters. */
  public static final int TEXT_CHARS = 16 * 1024 * 1024;

  /** Longest line, in characters. */
  public static final int LINE_CHARS = 256 * 1024;

  /** Most lines. */
  public static final int LINES = 250_000;

  /** Most findings that are told one by one. */
  public static final int FINDINGS = 1000;

  private InputLimits() {}

  /** What is too large; empty when the text is read. */
  public static Optional<Finding> exceeded(String text) {
    if (text.length() > TEXT_CHARS) {
      return Optional.of(finding(0, TEXT_CHARS));
    }
    if (text.length() < Math.min(LINES, LINE_CHARS)) {
      return Optional.empty();
    }
    int lines = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || PythonText.isLineEnd(text.charAt(i))) {
        lines++;
        if (i - start > LINE_CHARS) {
          return Optional.of(finding(lines, LINE_CHARS));
        }
        start = i + 1;
      }
    }
    return lines > LINES ? Optional.of(finding(LINES, LINES)) : Optional.empty();
  }

  private static Finding finding(int line, int limit) {
    return new Finding(FindingCode.TOO_LARGE, Severity.ERROR, line, 0, "", Integer.toString(limit));
  }
}
