package org.yuzuri.portal.quota;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What is said of a quota. */
public enum QuotaProblem implements ProblemCode {
  /** The tenant would have more than it may; nothing was added. */
  OVER_QUOTA;

  @Override
  public ProblemKind kind() {
    return ProblemKind.CONFLICT;
  }
}
