package org.yuzuri.portal.run.state;

/** What can happen to a run as a whole. */
public enum RunEvent {
  /** Its last step ended. */
  SUCCEED,
  /** A step failed or timed out. */
  FAIL,
  /** Somebody called it off. */
  CANCEL
}
