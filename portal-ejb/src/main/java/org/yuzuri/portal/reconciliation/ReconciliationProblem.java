package org.yuzuri.portal.reconciliation;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a comparison is not taken as confirmed. */
public enum ReconciliationProblem implements ProblemCode {
  /** An enrolled lender agent has told nothing yet. */
  AGENTS_MISSING(ProblemKind.CONFLICT),
  /** What was looked at is not what there is now. */
  COMPARISON_CHANGED(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ReconciliationProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
