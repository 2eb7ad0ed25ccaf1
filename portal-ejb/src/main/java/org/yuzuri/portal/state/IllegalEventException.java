package org.yuzuri.portal.state;

import org.yuzuri.portal.platform.ProblemException;

/** An event that the table refuses in the subject's state; nothing was changed. */
public class IllegalEventException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param machine the table's name
   * @param state where the subject is
   * @param event what was tried
   */
  public IllegalEventException(String machine, String state, String event) {
    super(
        StateProblem.NOT_POSSIBLE_NOW,
        machine,
        state,
        "a state in which " + event + " is possible");
  }
}
