package org.yuzuri.portal.epoch;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why nothing is done to servers now. */
public enum EpochProblem implements ProblemCode {
  /** The books were restored, and an operator has to confirm what the daemons know. */
  RECONCILING(ProblemKind.UNAVAILABLE),
  /** There is nothing to confirm: nothing was restored, or somebody else has confirmed it. */
  NOT_RECONCILING(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  EpochProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
