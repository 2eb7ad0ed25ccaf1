package org.yuzuri.portal.state;

/**
 * What a transition table says about an event in a state.
 *
 * @param <S> the machine's states
 */
public sealed interface Verdict<S> {

  /** The event moves the subject; {@code to} is never null. */
  record Moves<S>(S to) implements Verdict<S> {}

  /** A late or repeated event: it is noted and changes nothing. */
  record Stale<S>(String why) implements Verdict<S> {}

  /** The event has no meaning here. */
  record Refused<S>() implements Verdict<S> {}
}
