package org.yuzuri.portal.order;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where what a tenant asked for stands, as a whole. */
public enum OrderState implements State {
  /** Servers are reserved; transfers are at work. */
  FULFILLING(Kind.WORKING),
  /** Every server was handed over. */
  FULFILLED(Kind.RESTING),
  /** Some servers were handed over; the others failed or were called off. */
  PARTIAL(Kind.RESTING),
  /** Called off; its servers that were not handed over are being taken back. */
  CANCELLING(Kind.WORKING),
  /** Over; no server could be handed over. */
  FAILED(Kind.FINAL),
  /** Over; called off before any server was handed over. */
  CANCELLED(Kind.FINAL),
  /** Over; every lease of it has ended. */
  CLOSED(Kind.FINAL);

  private final Kind kind;

  OrderState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
