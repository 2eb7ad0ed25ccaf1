package org.yuzuri.portal.state;

import org.jspecify.annotations.Nullable;

/**
 * One answer of an aggregate to an event, to be appended to the log in the same transaction.
 *
 * @param from state before
 * @param event the event's name
 * @param to state after; the same as {@code from} when nothing moved
 * @param verdict how the table judged it
 * @param note why a stale event was stale; null otherwise
 * @param cause who, when and why
 */
public record Change(
    String from, String event, String to, Judgement verdict, @Nullable String note, Cause cause) {

  /** How the table judged the event, as stored. */
  public enum Judgement {
    /** The state changed. */
    MOVED,
    /** Late or repeated; kept and flagged. */
    STALE
  }

  /** Whether the state changed. */
  public boolean moved() {
    return verdict == Judgement.MOVED;
  }
}
