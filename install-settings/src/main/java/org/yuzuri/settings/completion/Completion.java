package org.yuzuri.settings.completion;

/**
 * One word that may stand at a place of the text.
 *
 * @param kind what it is
 * @param text what to write, whole: {@code --ondisk=}
 * @param start column, from 1, of the first character that it replaces
 * @param end column, from 1, behind the last character that it replaces
 */
public record Completion(Kind kind, String text, int start, int end) {

  /** What is offered. */
  public enum Kind {
    /** A command of the release. */
    COMMAND,
    /** An option of the line's command. */
    OPTION,
    /** A value that the option allows. */
    VALUE,
    /** The start or the end of a section. */
    SECTION
  }
}
