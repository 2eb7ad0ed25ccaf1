package org.yuzuri.portal.run;

import static org.yuzuri.portal.run.RunEvent.*;
import static org.yuzuri.portal.run.RunState.*;

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
