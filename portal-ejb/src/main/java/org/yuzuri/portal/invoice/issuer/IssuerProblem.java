package org.yuzuri.portal.invoice.issuer;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why what is entered about the issuer is refused. */
public enum IssuerProblem implements ProblemCode {
  /** A qualified invoice has to say it, and it is empty. */
  ISSUER_INCOMPLETE(ProblemKind.REFUSED);

  private final ProblemKind kind;

  IssuerProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
