package org.yuzuri.portal.invoice.credit;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why something with a document is refused. */
public enum CreditProblem implements ProblemCode {
  /** A credit note has taken it back, or it is one. */
  CREDITED_ALREADY(ProblemKind.CONFLICT),
  /** Another credit note was issued since it was looked at. */
  CREDITED_MEANWHILE(ProblemKind.CONFLICT),
  /** With its tax it is more than what is left of the invoice. */
  CREDIT_EXCEEDS_INVOICE(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  CreditProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
