package org.yuzuri.portal.run.step;

import static org.yuzuri.portal.run.step.StepEvent.*;
import static org.yuzuri.portal.run.step.StepState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a step where. */
public final class StepTransitions {

  /** The table. */
  public static final TransitionTable<StepState, StepEvent> TABLE =
      TransitionTable.of("step", StepState.class, StepEvent.class)
          .moves(PENDING, START, RUNNING)
          .moves(PENDING, SKIP, SKIPPED)
          .moves(RUNNING, SUCCEED, SUCCEEDED)
          .moves(RUNNING, FAIL, FAILED)
          .moves(RUNNING, TIME_OUT, TIMED_OUT)
          .moves(RUNNING, SKIP, SKIPPED)
          .build();

  private StepTransitions() {}
}
