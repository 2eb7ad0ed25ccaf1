package org.yuzuri.portal.invoice.payment;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a payment is not booked. */
public enum PaymentProblem implements ProblemCode {
  /** Its reference is booked already, of whatever invoice. */
  PAYMENT_BOOKED_ALREADY(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  PaymentProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
