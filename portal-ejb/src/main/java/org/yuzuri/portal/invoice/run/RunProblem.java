package org.yuzuri.portal.invoice.run;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a run is refused. */
public enum RunProblem implements ProblemCode {
  /** Another one is neither issued nor called off. */
  RUN_IS_OPEN(ProblemKind.CONFLICT),
  /** The month is not over in the contract's zone. */
  MONTH_NOT_OVER(ProblemKind.REFUSED),
  /** It is not in the state in which that can be done. */
  RUN_NOT_IN_REVIEW(ProblemKind.CONFLICT),
  /** It was not set aside: it has its document, waits for it or gets none. */
  ITEM_NOT_SET_ASIDE(ProblemKind.CONFLICT),
  /** Who started it may not issue it. */
  SECOND_PERSON_NEEDED(ProblemKind.FORBIDDEN),
  /** The issuer is another one than when it was worked out: call it off and start anew. */
  ISSUER_CHANGED_SINCE_REVIEW(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  RunProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
