package org.yuzuri.portal.transfer;

import static org.yuzuri.portal.transfer.TransferEvent.*;
import static org.yuzuri.portal.transfer.TransferState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a transfer where. */
public final class TransferTransitions {

  /** The table. */
  public static final TransitionTable<TransferState, TransferEvent> TABLE =
      TransitionTable.of("transfer", TransferState.class, TransferEvent.class)
          .moves(RUNNING, SUCCEED, SUCCEEDED)
          .moves(RUNNING, FAIL, FAILED)
          .moves(RUNNING, CANCEL, CANCELLED)
          .stale(SUCCEEDED, CANCEL, "the server was handed over: return it instead")
          .stale(FAILED, CANCEL, "the transfer had failed already")
          .stale(CANCELLED, CANCEL, "the transfer was called off already")
          .build();

  private TransferTransitions() {}
}
