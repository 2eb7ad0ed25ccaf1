package org.yuzuri.portal.lease;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where one tenant's hold on one server stands. */
public enum LeaseState implements State {
  /** A transfer brings the tenant's system onto the server. */
  STARTING(Kind.WORKING),
  /** The tenant has the server; the meter runs. */
  ACTIVE(Kind.RESTING),
  /** The transfer failed; the server is being cut off. */
  FAILING(Kind.WORKING),
  /** It was cancelled before the hand-over; the server is being cut off. */
  CANCELLING(Kind.WORKING),
  /** The tenant gave the server back or the period ended; the server is being cut off. */
  RETURNING(Kind.WORKING),
  /** The server is cut off and being erased. */
  RECLAIMING(Kind.WORKING),
  /** Cutting off or erasing was not proven; an operator has to retry or settle it. */
  RECLAIM_FAILED(Kind.STUCK),
  /** Over; the server was erased. */
  CLOSED(Kind.FINAL),
  /** Over; the tenant's system never came up. */
  FAILED(Kind.FINAL),
  /** Over; cancelled before the hand-over. */
  CANCELLED(Kind.FINAL);

  private final Kind kind;

  LeaseState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
