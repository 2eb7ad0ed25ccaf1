package org.yuzuri.portal.agent.report;

import java.time.Duration;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.platform.ProblemException;

/** TOO_MANY_REPORTS: the daemon is to send them later. */
public final class TooManyReportsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyReportsException(int reports, int aMinute, Duration wait) {
    super(AgentProblem.TOO_MANY_REPORTS, "reports", reports, "at most " + aMinute + " a minute");
    this.wait = wait;
  }

  /** In so many whole seconds, at least one, there is room for them. */
  public long waitSeconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
