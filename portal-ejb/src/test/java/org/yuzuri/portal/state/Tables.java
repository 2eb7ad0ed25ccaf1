package org.yuzuri.portal.state;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.platform.PortalDatabase;

/** The tables of transitions, found where they are, so that no test forgets a new one. */
public final class Tables {

  /** Every table of the product. */
  public static List<TransitionTable<?, ?>> all() {
    try {
      return PortalDatabase.types()
          .flatMap(type -> Stream.of(type.getDeclaredFields()))
          .filter(field -> field.getType() == TransitionTable.class)
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .<TransitionTable<?, ?>>map(Tables::read)
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static TransitionTable<?, ?> read(Field field) {
    try {
      return (TransitionTable<?, ?>) field.get(null);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException("a table is public: " + field, hidden);
    }
  }

  private Tables() {}

  /** Events that change nothing in this state, for they are late or repeated. */
  public static <S extends Enum<S> & State, E extends Enum<E>> List<E> stale(
      TransitionTable<S, E> table, S state) {
    return table.events().stream()
        .filter(event -> table.verdict(state, event) instanceof Verdict.Stale)
        .toList();
  }
}
