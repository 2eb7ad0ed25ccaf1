package org.yuzuri.portal.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which event moves which state where. Built once per machine when its class is loaded; immutable
 * afterwards and safe to share.
 *
 * @param <S> states
 * @param <E> events
 */
public final class TransitionTable<S extends Enum<S> & State, E extends Enum<E>> {

  private final String name;
  private final Class<S> states;
  private final Class<E> events;
  private final Map<S, Map<E, Verdict<S>>> rows;

  private TransitionTable(Builder<S, E> builder) {
    this.name = builder.name;
    this.states = builder.states;
    this.events = builder.events;
    this.rows = builder.rows;
  }

  /**
   * Starts a table.
   *
   * @param name the machine's name in messages and diagrams, such as {@code lease}
   */
  public static <S extends Enum<S> & State, E extends Enum<E>> Builder<S, E> of(
      String name, Class<S> states, Class<E> events) {
    return new Builder<>(name, states, events);
  }

  /** What the event means in this state; never null. */
  public Verdict<S> verdict(S from, E event) {
    Verdict<S> verdict = rows.getOrDefault(from, Map.of()).get(event);
    return verdict == null ? new Verdict.Refused<>() : verdict;
  }

  /** Whether the event would move this state. */
  public boolean moves(S from, E event) {
    return verdict(from, event) instanceof Verdict.Moves;
  }

  /** The machine's name. */
  public String name() {
    return name;
  }

  /** All states, in the order of the enum. */
  public Set<S> states() {
    return EnumSet.allOf(states);
  }

  /** All events, in the order of the enum. */
  public Set<E> events() {
    return EnumSet.allOf(events);
  }

  /** States that can be reached from here by any sequence of events, without {@code from}. */
  public Set<S> reachable(S from) {
    Set<S> seen = EnumSet.noneOf(states);
    Deque<S> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      for (Verdict<S> verdict : rows.getOrDefault(open.remove(), Map.of()).values()) {
        if (verdict instanceof Verdict.Moves<S> moves && seen.add(moves.to())) {
          open.add(moves.to());
        }
      }
    }
    return seen;
  }

  /** Collects rows; every mistake is thrown at once. */
  public static final class Builder<S extends Enum<S> & State, E extends Enum<E>> {
    private final String name;
    private final Class<S> states;
    private final Class<E> events;
    private final Map<S, Map<E, Verdict<S>>> rows;

    private Builder(String name, Class<S> states, Class<E> events) {
      this.name = name;
      this.states = states;
      this.events = events;
      this.rows = new EnumMap<>(states);
    }

    /**
     * The event moves {@code from} to {@code to}.
     *
     * @throws IllegalStateException duplicate row, or a row that leaves a final state
     */
    public Builder<S, E> moves(S from, E event, S to) {
      if (from.isFinal()) {
        throw new IllegalStateException(name + ": " + from + " is final, " + event + " leaves it");
      }
      return put(from, event, new Verdict.Moves<>(to));
    }

    /** The event is late or repeated in {@code at}: it is kept and changes nothing. */
    public Builder<S, E> stale(S at, E event, String why) {
      return put(at, event, new Verdict.Stale<>(why));
    }

    private Builder<S, E> put(S from, E event, Verdict<S> verdict) {
      Verdict<S> before =
          rows.computeIfAbsent(from, any -> new EnumMap<>(events)).put(event, verdict);
      if (before != null) {
        throw new IllegalStateException(name + ": second row for " + from + " and " + event);
      }
      return this;
    }

    /**
     * The finished table.
     *
     * @throws IllegalStateException a state that is not final cannot reach a final one
     */
    public TransitionTable<S, E> build() {
      TransitionTable<S, E> table = new TransitionTable<>(this);
      for (S state : table.states()) {
        if (!state.isFinal() && table.reachable(state).stream().noneMatch(State::isFinal)) {
          throw new IllegalStateException(name + ": no way from " + state + " to a final state");
        }
      }
      return table;
    }
  }
}
