package org.yuzuri.settings.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing to say about a tenant's text.
 *
 * @param code stable, documented in {@code docs/findings/}
 * @param severity how grave
 * @param line from 1; 0 when it is about the whole text
 * @param column from 1; 0 when it is about the whole line
 * @param found the piece of text that it is about, cut to a bearable length
 * @param details what the message needs besides, in the order of the message's places from {1}
 * @param replacement the line that would be right, where one exists
 */
public record Finding(
    FindingCode code,
    Severity severity,
    int line,
    int column,
    String found,
    List<String> details,
    Optional<String> replacement) {

  private static final int FOUND_CHARS = 160;

  public Finding {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
    found = Printable.cut(found, FOUND_CHARS);
    details = details.stream().map(detail -> Printable.cut(detail, FOUND_CHARS)).toList();
    requireNonNull(replacement, "replacement");
  }

  public Finding(
      FindingCode code, Severity severity, int line, int column, String found, String... details) {
    this(code, severity, line, column, found, List.of(details), Optional.empty());
  }

  /** The same finding with the line that would be right. */
  public Finding withReplacement(String text) {
    return new Finding(code, severity, line, column, found, details, Optional.of(text));
  }

  /** The same finding with what its message needs besides. */
  public Finding withDetails(String... others) {
    return new Finding(code, severity, line, column, found, List.of(others), replacement);
  }

  /** The same finding, graver or milder. */
  public Finding withSeverity(Severity other) {
    return new Finding(code, other, line, column, found, details, replacement);
  }

  /** The same findings, judged strictly: each warning is an error. */
  public static List<Finding> strictly(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.severity() == Severity.WARNING ? f.withSeverity(Severity.ERROR) : f)
        .toList();
  }

  /** One sentence: what is wrong. */
  public String message(Locale locale) {
    return Messages.text(locale, code + ".message", found, details);
  }

  /** What was expected instead. */
  public String expected(Locale locale) {
    return Messages.text(locale, code + ".expected", found, details);
  }

  /** What to do about it, where there is something to do. */
  public Optional<String> suggestion(Locale locale) {
    if (replacement.isPresent()) {
      return replacement;
    }
    return Messages.find(locale, code + ".suggestion", found, details);
  }
}
