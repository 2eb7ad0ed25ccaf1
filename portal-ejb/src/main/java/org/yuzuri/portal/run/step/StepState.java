package org.yuzuri.portal.run.step;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where one step of a run stands. */
public enum StepState implements State {
  /** Its turn has not come. */
  PENDING(Kind.RESTING),
  /** At work, or waiting for its evidence. */
  RUNNING(Kind.WORKING),
  /** Its evidence is there. */
  SUCCEEDED(Kind.FINAL),
  /** Evidence came that it cannot succeed. */
  FAILED(Kind.FINAL),
  /** Never run, since the run ended before. */
  SKIPPED(Kind.FINAL),
  /** Its hard limit passed without evidence. */
  TIMED_OUT(Kind.FINAL);

  private final Kind kind;

  StepState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
