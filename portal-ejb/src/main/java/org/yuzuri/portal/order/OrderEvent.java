package org.yuzuri.portal.order;

/** What can happen to an order. */
public enum OrderEvent {
  /** Every lease of it became active. */
  ALL_HANDED_OVER,
  /** At least one lease became active, and the rest failed or were cancelled. */
  SOME_HANDED_OVER,
  /** Every lease of it failed. */
  ALL_FAILED,
  /** Somebody called it off. */
  CANCEL,
  /** Every lease of it was cancelled before the hand-over. */
  ALL_CANCELLED,
  /** Every lease of it has ended, and at least one had been active. */
  ALL_CLOSED
}
