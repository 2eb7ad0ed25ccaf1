package org.yuzuri.portal.factor;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a second factor stays as it is. */
public enum FactorProblem implements ProblemCode {
  /** One is set up; it has to be removed first. */
  FACTOR_SET_UP(ProblemKind.CONFLICT),
  /** None is being set up. */
  FACTOR_NOT_BEGUN(ProblemKind.CONFLICT),
  /** None is set up. */
  FACTOR_NOT_SET_UP(ProblemKind.CONFLICT),
  /** The code is not one of the app that is being set up. */
  CODE_WRONG(ProblemKind.REFUSED),
  /** The tenant wants one of everybody. */
  FACTOR_REQUIRED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  FactorProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
