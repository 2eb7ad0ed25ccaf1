package org.yuzuri.settings.syntax;

/**
 * A word of a line, without its quotes.
 *
 * @param text what it means
 * @param start where it starts in its line, from 0, with its quotes
 * @param end where it ends, exclusive
 */
public record Word(String text, int start, int end) {

  /** Where it starts, from 1. */
  public int column() {
    return start + 1;
  }
}
