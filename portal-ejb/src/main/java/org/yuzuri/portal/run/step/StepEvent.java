package org.yuzuri.portal.run.step;

/** What can happen to a step. */
public enum StepEvent {
  /** The step before it ended. */
  START,
  /** Its evidence is complete. */
  SUCCEED,
  /** It cannot succeed any more. */
  FAIL,
  /** Its hard limit passed. */
  TIME_OUT,
  /** The run ended elsewhere. */
  SKIP
}
