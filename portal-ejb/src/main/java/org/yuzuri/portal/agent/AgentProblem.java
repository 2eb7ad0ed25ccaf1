package org.yuzuri.portal.agent;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.ProblemKind;

/** How a daemon's call can fail. */
public enum AgentProblem implements ProblemCode {
  /** No certificate, or not one of an enrolled agent. */
  UNKNOWN_AGENT(ProblemKind.FORBIDDEN),
  /** The enrolment token is wrong, used, expired or for another kind of daemon. */
  ENROLMENT_REFUSED(ProblemKind.FORBIDDEN),
  /** The call is not for this kind of daemon. */
  WRONG_DAEMON(ProblemKind.FORBIDDEN),
  /** More reports in one call than are taken in one. */
  TOO_MANY_AT_ONCE(ProblemKind.TOO_LARGE),
  /** More reports than the daemon may send in a minute; it keeps them and sends them later. */
  TOO_MANY_REPORTS(ProblemKind.TOO_MANY),
  /** The report names a command that this agent was not given. */
  FOREIGN_COMMAND(ProblemKind.REFUSED);

  private final ProblemKind kind;

  AgentProblem(ProblemKind kind) {
    this.kind = kind;
  }

  /** What a caller is told whose certificate is no enrolled agent's. */
  public static ProblemException unknownAgent() {
    return new ProblemException(
        UNKNOWN_AGENT, "certificate", "unknown", "the certificate of an agent");
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
