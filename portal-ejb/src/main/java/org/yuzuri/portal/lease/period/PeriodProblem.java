package org.yuzuri.portal.lease.period;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a lease's period cannot be another. */
public enum PeriodProblem implements ProblemCode {
  /** The lease is over, or its server on its way back. */
  LEASE_NOT_HELD(ProblemKind.CONFLICT),
  /** Somebody changed the period since it was looked at. */
  PERIOD_CHANGED_MEANWHILE(ProblemKind.CONFLICT),
  /** The lease would have ended already. */
  END_IN_THE_PAST(ProblemKind.REFUSED);

  private final ProblemKind kind;

  PeriodProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
