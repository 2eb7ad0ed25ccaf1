package org.yuzuri.portal.price.contract;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What is said of a contract. */
public enum ContractProblem implements ProblemCode {
  /** Somebody else entered another version since the form was opened; nothing was written. */
  CONTRACT_CHANGED_MEANWHILE;

  @Override
  public ProblemKind kind() {
    return ProblemKind.CONFLICT;
  }
}
