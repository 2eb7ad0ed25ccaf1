package org.yuzuri.portal.state;

import java.util.Locale;

/**
 * Draws a transition table: dot for {@code docs/states}, mermaid for pages, text for golden files.
 */
public final class StateDiagram {

  /** The table in Graphviz' dot language; same table, same text. */
  public static <S extends Enum<S> & State, E extends Enum<E>> String dot(
      TransitionTable<S, E> table) {
    StringBuilder text = new StringBuilder("digraph " + table.name() + " {\n  rankdir=LR;\n");
    for (S state : table.states()) {
      text.append("  ").append(state).append(" [shape=").append(shape(state)).append("];\n");
    }
    edges(
        table,
        (from, event, to) ->
            text.append("  " + from + " -> " + to).append(" [label=\"" + words(event) + "\"];\n"));
    return text.append("}\n").toString();
  }

  /** The table as a mermaid state diagram. */
  public static <S extends Enum<S> & State, E extends Enum<E>> String mermaid(
      TransitionTable<S, E> table) {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    edges(
        table,
        (from, event, to) -> text.append("  " + from + " --> " + to + ": " + words(event) + "\n"));
    for (S state : table.states()) {
      if (state.isFinal()) {
        text.append("  ").append(state).append(" --> [*]\n");
      }
    }
    return text.toString();
  }

  /** Every pair of state and event with its verdict, one line each. */
  public static <S extends Enum<S> & State, E extends Enum<E>> String matrix(
      TransitionTable<S, E> table) {
    StringBuilder text = new StringBuilder();
    for (S from : table.states()) {
      for (E event : table.events()) {
        text.append(from).append(' ').append(event).append(' ');
        text.append(word(table.verdict(from, event))).append('\n');
      }
    }
    return text.toString();
  }

  private static <S> String word(Verdict<S> verdict) {
    if (verdict instanceof Verdict.Moves<S> moves) {
      return "-> " + moves.to();
    }
    return verdict instanceof Verdict.Stale<S> stale ? "stale: " + stale.why() : "refused";
  }

  private static String shape(State state) {
    return switch (state.kind()) {
      case RESTING -> "box, style=rounded";
      case WORKING -> "box";
      case STUCK -> "octagon";
      case FINAL -> "doublecircle";
    };
  }

  private static String words(Enum<?> event) {
    return event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <S extends Enum<S> & State, E extends Enum<E>> void edges(
      TransitionTable<S, E> table, Edge<S, E> each) {
    for (S from : table.states()) {
      for (E event : table.events()) {
        if (table.verdict(from, event) instanceof Verdict.Moves<S> moves) {
          each.draw(from, event, moves.to());
        }
      }
    }
  }

  private interface Edge<S, E> {
    void draw(S from, E event, S to);
  }

  private StateDiagram() {}
}
