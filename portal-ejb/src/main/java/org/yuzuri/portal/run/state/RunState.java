package org.yuzuri.portal.run.state;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where one run of steps stands as a whole. */
public enum RunState implements State {
  /** One of its steps is at work or waits for its evidence. */
  RUNNING(Kind.WORKING),
  /** Every step succeeded. */
  SUCCEEDED(Kind.FINAL),
  /** A step failed or passed its hard limit. */
  FAILED(Kind.FINAL),
  /** Called off. */
  CANCELLED(Kind.FINAL);

  private final Kind kind;

  RunState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
