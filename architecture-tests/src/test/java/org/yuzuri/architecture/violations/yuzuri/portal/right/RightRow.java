package org.yuzuri.architecture.violations.yuzuri.portal.right;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.State;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.TransitionTable;

/** Has states in a feature without a repository. */
@Entity
public class RightRow {
  @Id Long id;

  static <S extends Enum<S> & State, E extends Enum<E>> S move(
      TransitionTable<S, E> table, S state, E event, Cause cause) {
    return StateMachine.judge(table, state, event, cause).state();
  }
}
