package org.yuzuri.portal.order;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why an order cannot be placed. */
public enum OrderProblem implements ProblemCode {
  /** Fewer servers are free than were asked for; none was reserved. */
  NOT_ENOUGH_FREE_SERVERS(ProblemKind.CONFLICT),
  /** The gateway's daemon has not been heard lately. */
  GATEWAY_OFFLINE(ProblemKind.UNAVAILABLE),
  /** The merged install plan has errors. */
  SETTINGS_NOT_USABLE(ProblemKind.REFUSED);

  private final ProblemKind kind;

  OrderProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
