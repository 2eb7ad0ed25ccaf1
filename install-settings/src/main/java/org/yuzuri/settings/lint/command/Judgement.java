package org.yuzuri.settings.lint.command;

import java.util.Set;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * How grave a finding of syntax is: what the installer refuses is an error, what it only warns
 * about a warning.
 */
public final class Judgement {

  /**
   * Source: pykickstart 3.78, where it raises {@code KickstartParseWarning} instead of an error.
   */
  private static final Set<FindingCode> ONLY_WARNED =
      Set.of(
          FindingCode.COMMAND_WITHOUT_EFFECT,
          FindingCode.OUTDATED_OPTION,
          FindingCode.DEFINED_TWICE);

  /** What kickseed, too, cannot pass over: its shell reads no line with an open quotation. */
  private static final Set<FindingCode> FATAL_TO_KICKSEED =
      Set.of(
          FindingCode.OPEN_QUOTATION,
          FindingCode.UNKNOWN_SECTION,
          FindingCode.APPENDED_FILE,
          FindingCode.INCLUDE_WITHOUT_FILE,
          FindingCode.UNREADABLE_PRESEED_LINE);

  private Judgement() {}

  /** The severity of a syntax finding for a release's installer. */
  public static Severity of(Release release, FindingCode code) {
    boolean warned =
        release.dialect() == Dialect.KICKSEED
            ? !FATAL_TO_KICKSEED.contains(code)
            : ONLY_WARNED.contains(code);
    return warned ? Severity.WARNING : Severity.ERROR;
  }
}
