package org.yuzuri.portal.lease;

import static org.yuzuri.portal.lease.LeaseEvent.*;
import static org.yuzuri.portal.lease.LeaseState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a lease where. */
public final class LeaseTransitions {

  private static final String GOING_BACK = "the server is being taken back already";
  private static final String OVER = "the lease is over";

  /**
   * The table. Cancel, return and expiry mean something in every state; a cancelled order keeps the
   * servers that were handed over.
   */
  public static final TransitionTable<LeaseState, LeaseEvent> TABLE =
      TransitionTable.of("lease", LeaseState.class, LeaseEvent.class)
          .moves(STARTING, HAND_OVER, ACTIVE)
          .moves(STARTING, START_FAILED, FAILING)
          .moves(STARTING, CANCEL, CANCELLING)
          .moves(STARTING, RETURN, CANCELLING)
          .moves(STARTING, EXPIRE, CANCELLING)
          .moves(STARTING, DOUBT, RECLAIM_FAILED)
          .moves(ACTIVE, RETURN, RETURNING)
          .moves(ACTIVE, EXPIRE, RETURNING)
          .moves(ACTIVE, DOUBT, RECLAIM_FAILED)
          .moves(FAILING, CUT_OFF, FAILED)
          .moves(FAILING, CUT_OFF_FAILED, FAILED)
          .moves(FAILING, DOUBT, RECLAIM_FAILED)
          .moves(CANCELLING, CUT_OFF, CANCELLED)
          .moves(CANCELLING, CUT_OFF_FAILED, CANCELLED)
          .moves(CANCELLING, DOUBT, RECLAIM_FAILED)
          .moves(RETURNING, CUT_OFF, RECLAIMING)
          .moves(RETURNING, CUT_OFF_FAILED, RECLAIM_FAILED)
          .moves(RETURNING, DOUBT, RECLAIM_FAILED)
          .moves(RECLAIMING, WIPED, CLOSED)
          .moves(RECLAIMING, LeaseEvent.WIPE_FAILED, RECLAIM_FAILED)
          .moves(RECLAIMING, DOUBT, RECLAIM_FAILED)
          .moves(RECLAIM_FAILED, RETRY, RETURNING)
          .moves(RECLAIM_FAILED, SETTLE, CLOSED)
          .stale(ACTIVE, HAND_OVER, "the server was handed over already")
          .stale(ACTIVE, CANCEL, "a server that was handed over leaves by its own return")
          .stale(FAILING, CANCEL, GOING_BACK)
          .stale(FAILING, RETURN, GOING_BACK)
          .stale(FAILING, EXPIRE, GOING_BACK)
          .stale(CANCELLING, CANCEL, GOING_BACK)
          .stale(CANCELLING, RETURN, GOING_BACK)
          .stale(CANCELLING, EXPIRE, GOING_BACK)
          .stale(RETURNING, CANCEL, GOING_BACK)
          .stale(RETURNING, RETURN, GOING_BACK)
          .stale(RETURNING, EXPIRE, GOING_BACK)
          .stale(RECLAIMING, CANCEL, GOING_BACK)
          .stale(RECLAIMING, RETURN, GOING_BACK)
          .stale(RECLAIMING, EXPIRE, GOING_BACK)
          .stale(RECLAIM_FAILED, CANCEL, GOING_BACK)
          .stale(RECLAIM_FAILED, RETURN, GOING_BACK)
          .stale(RECLAIM_FAILED, EXPIRE, GOING_BACK)
          .stale(RECLAIM_FAILED, DOUBT, "it waits for an operator already")
          .stale(CLOSED, CANCEL, OVER)
          .stale(CLOSED, RETURN, OVER)
          .stale(CLOSED, EXPIRE, OVER)
          .stale(FAILED, CANCEL, OVER)
          .stale(FAILED, RETURN, OVER)
          .stale(FAILED, EXPIRE, OVER)
          .stale(CANCELLED, CANCEL, OVER)
          .stale(CANCELLED, RETURN, OVER)
          .stale(CANCELLED, EXPIRE, OVER)
          .build();

  private LeaseTransitions() {}
}
