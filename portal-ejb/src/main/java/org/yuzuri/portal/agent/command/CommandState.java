package org.yuzuri.portal.agent.command;

/** How far a command has come, as far as the portal knows. */
public enum CommandState {
  /** Waits for its daemon. */
  QUEUED,
  /** The daemon is at it. */
  RUNNING,
  /** The wanted end is reached. */
  DONE,
  /** The wanted end is not reached; the detail says why. */
  FAILED,
  /** Its time passed before the end was reached. */
  EXPIRED,
  /** The daemon was interrupted and cannot say. */
  UNKNOWN,
  /** The portal took it back before an outcome came. */
  WITHDRAWN;

  /** Whether nothing more is expected of it. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
