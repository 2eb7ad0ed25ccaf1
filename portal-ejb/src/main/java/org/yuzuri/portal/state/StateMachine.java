package org.yuzuri.portal.state;

import org.jspecify.annotations.Nullable;

/** Asks a table and words the answer as the change to be stored. */
public final class StateMachine {

  /**
   * The change that an event makes.
   *
   * @throws IllegalEventException the table refuses the event here; nothing was changed
   */
  public static <S extends Enum<S> & State, E extends Enum<E>> Outcome<S> judge(
      TransitionTable<S, E> table, S from, E event, Cause cause) {
    Verdict<S> verdict = table.verdict(from, event);
    if (verdict instanceof Verdict.Moves<S> moves) {
      return new Outcome<>(
          moves.to(), change(from, event, moves.to(), Change.Judgement.MOVED, null, cause));
    }
    if (verdict instanceof Verdict.Stale<S> stale) {
      return new Outcome<>(
          from, change(from, event, from, Change.Judgement.STALE, stale.why(), cause));
    }
    throw new IllegalEventException(table.name(), from.name(), event.name());
  }

  private static <S extends Enum<S> & State, E extends Enum<E>> Change change(
      S from, E event, S to, Change.Judgement judgement, @Nullable String note, Cause cause) {
    return new Change(from.name(), event.name(), to.name(), judgement, note, cause);
  }

  /**
   * State after the event, and the change to append.
   *
   * @param state the state after
   * @param change what to append to the log
   */
  public record Outcome<S>(S state, Change change) {}

  private StateMachine() {}
}
