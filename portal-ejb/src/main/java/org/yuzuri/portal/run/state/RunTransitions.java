package org.yuzuri.portal.run.state;

import static org.yuzuri.portal.run.state.RunEvent.*;
import static org.yuzuri.portal.run.state.RunState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a run where. */
public final class RunTransitions {

  /** The table. */
  public static final TransitionTable<RunState, RunEvent> TABLE =
      TransitionTable.of("run", RunState.class, RunEvent.class)
          .moves(RUNNING, SUCCEED, SUCCEEDED)
          .moves(RUNNING, FAIL, FAILED)
          .moves(RUNNING, CANCEL, CANCELLED)
          .build();

  private RunTransitions() {}
}
