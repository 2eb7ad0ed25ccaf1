package org.yuzuri.portal.access.login;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why nobody is let in just now. */
public enum AccessProblem implements ProblemCode {
  /** More passwords wait to be hashed than may wait; nothing was done. */
  PASSWORDS_BUSY(ProblemKind.UNAVAILABLE);

  private final ProblemKind kind;

  AccessProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
