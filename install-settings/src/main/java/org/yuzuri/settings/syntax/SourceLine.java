package org.yuzuri.settings.syntax;

/**
 * A line as it was written.
 *
 * @param number from 1
 * @param text without its end
 * @param end what ends it; empty for a last line without one
 */
public record SourceLine(int number, String text, String end) {

  /** Whether it says nothing: white space only, or a comment. */
  public boolean isBlankOrComment() {
    int first = PythonText.firstVisible(text);
    return first == text.length() || text.charAt(first) == '#';
  }
}
