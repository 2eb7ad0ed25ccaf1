package org.yuzuri.settings.preseed;

import java.util.List;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * A piece of a preseed: an answer, a remark, or something that is neither.
 *
 * @param lines as written; several when a backslash continues them
 * @param owner {@code d-i}; empty for a remark or an unreadable piece
 * @param question {@code netcfg/get_hostname}
 * @param type {@code string}
 * @param value the rest
 * @param remark white space or a comment
 */
record Setting(
    List<SourceLine> lines,
    String owner,
    String question,
    String type,
    String value,
    boolean remark) {

  boolean isReadable() {
    return !owner.isEmpty();
  }

  Finding finding(FindingCode code, Severity severity, String found, String... details) {
    return new Finding(code, severity, number(), 1, found, details);
  }

  int number() {
    return lines.get(0).number();
  }

  /** The lines as one text. */
  String text() {
    return String.join("\n", lines.stream().map(SourceLine::text).toList());
  }
}
