package org.yuzuri.portal.settings;

/**
 * One line of a comparison of two texts, the older one on the left.
 *
 * @param kind what became of the line
 * @param olderNumber from 1; 0 when the older text has no such line
 * @param older its text there; empty when there is none
 * @param newerNumber from 1; 0 when the newer text has no such line
 * @param newer its text there; empty when there is none
 */
public record ComparedLine(
    Kind kind, int olderNumber, String older, int newerNumber, String newer) {

  /** What became of a line. */
  public enum Kind {
    /** The same in both. */
    SAME,
    /** Another text stands in its place. */
    CHANGED,
    /** Only the older text has it. */
    REMOVED,
    /** Only the newer text has it. */
    ADDED
  }

  /** Whether the two texts differ here. */
  public boolean differs() {
    return kind != Kind.SAME;
  }
}
