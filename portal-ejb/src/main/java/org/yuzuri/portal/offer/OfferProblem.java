package org.yuzuri.portal.offer;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What is said of an offer. */
public enum OfferProblem implements ProblemCode {
  /** A server of the offer has less than it would promise; nothing was changed. */
  SERVER_HAS_LESS;

  @Override
  public ProblemKind kind() {
    return ProblemKind.CONFLICT;
  }
}
