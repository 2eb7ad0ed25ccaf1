package org.yuzuri.portal.order;

import static org.yuzuri.portal.order.OrderEvent.*;
import static org.yuzuri.portal.order.OrderState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves an order where. */
public final class OrderTransitions {

  private static final String OVER = "the order is over";
  private static final String HANDED_OVER = "what is left was handed over: each server is returned";

  /** The table. */
  public static final TransitionTable<OrderState, OrderEvent> TABLE =
      TransitionTable.of("order", OrderState.class, OrderEvent.class)
          .moves(FULFILLING, ALL_HANDED_OVER, FULFILLED)
          .moves(FULFILLING, SOME_HANDED_OVER, PARTIAL)
          .moves(FULFILLING, ALL_FAILED, FAILED)
          .moves(FULFILLING, ALL_CANCELLED, CANCELLED)
          .moves(FULFILLING, ALL_CLOSED, CLOSED)
          .moves(FULFILLING, CANCEL, CANCELLING)
          .moves(FULFILLED, ALL_CLOSED, CLOSED)
          .moves(PARTIAL, ALL_CLOSED, CLOSED)
          .moves(CANCELLING, SOME_HANDED_OVER, PARTIAL)
          .moves(CANCELLING, ALL_CANCELLED, CANCELLED)
          .moves(CANCELLING, ALL_FAILED, FAILED)
          .moves(CANCELLING, ALL_CLOSED, CLOSED)
          .stale(FULFILLED, CANCEL, HANDED_OVER)
          .stale(PARTIAL, CANCEL, HANDED_OVER)
          .stale(CANCELLING, CANCEL, "the order is being called off already")
          .stale(FAILED, CANCEL, OVER)
          .stale(CANCELLED, CANCEL, OVER)
          .stale(CLOSED, CANCEL, OVER)
          .build();

  private OrderTransitions() {}
}
