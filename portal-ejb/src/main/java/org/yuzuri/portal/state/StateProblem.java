package org.yuzuri.portal.state;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Problems of state machines. */
public enum StateProblem implements ProblemCode {
  /** The event has no meaning in the state that the subject is in. */
  NOT_POSSIBLE_NOW(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  StateProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
