package org.yuzuri.portal.state.event;

import org.yuzuri.portal.state.Change;

/**
 * The history of everything with a state. Appended to in the transaction of the change, under the
 * row lock of the subject; never updated.
 */
public interface EventLog {

  /** Appends one change, chained to the subject's event before, and signals that it changed. */
  void append(EventSubject subject, Change change);

  /** Signals that something a page shows has changed without a change of state, such as a beat. */
  void touch(EventSubject subject);
}
