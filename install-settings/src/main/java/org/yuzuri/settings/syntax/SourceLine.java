package org.yuzuri.settings.syntax;

/**
 * A line as it was written.
 *
 * @param number from 1
 * @param text without its end
 * @param end what ends it; empty for a last line without one
 * @param signs the {@link Signs} that it has
 */
public record SourceLine(int number, String text, String end, int signs) {

  /** Looks for the signs itself. */
  public SourceLine(int number, String text, String end) {
    this(number, text, end, Signs.of(text) | (end.equals("\n") ? 0 : Signs.UNUSUAL_END));
  }

  /** Whether it has one of these signs. */
  public boolean hasAny(int some) {
    return (signs & some) != 0;
  }

  /** Whether it says nothing: white space only, or a comment. */
  public boolean isBlankOrComment() {
    int first = PythonText.firstVisible(text);
    return first == text.length() || text.charAt(first) == '#';
  }
}
