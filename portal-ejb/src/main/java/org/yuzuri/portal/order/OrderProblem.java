package org.yuzuri.portal.order;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why an order cannot be placed. */
public enum OrderProblem implements ProblemCode {
  /** This image with these settings failed several times in a row; the order has to wait. */
  SAME_THING_FAILED(ProblemKind.UNAVAILABLE),
  /** The tenant's transfers failed several times in a row; the order has to wait. */
  TRANSFERS_FAILED(ProblemKind.UNAVAILABLE),
  /** More servers than the tenant may have in preparation at once. */
  TOO_MANY_IN_PREPARATION(ProblemKind.CONFLICT),
  /** Fewer servers are free than were asked for; none was reserved. */
  NOT_ENOUGH_FREE_SERVERS(ProblemKind.CONFLICT),
  /** The gateway's daemon has not been heard lately. */
  GATEWAY_OFFLINE(ProblemKind.UNAVAILABLE),
  /** Another version was saved since the review; nothing was reserved. */
  SETTINGS_CHANGED(ProblemKind.CONFLICT),
  /** The offer has another price since the review; nothing was reserved. */
  PRICE_CHANGED(ProblemKind.CONFLICT),
  /** Servers of the offer are known by their network port since; nothing was reserved. */
  IDENTITY_CHANGED(ProblemKind.CONFLICT),
  /** The boot image has other files or arguments since the review; nothing was reserved. */
  IMAGE_CHANGED(ProblemKind.CONFLICT),
  /** The gateway is set up differently since the review; nothing was reserved. */
  GATEWAY_CHANGED(ProblemKind.CONFLICT),
  /** The lender's part of the plan is another since the review; nothing was reserved. */
  PLAN_CHANGED(ProblemKind.CONFLICT),
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
