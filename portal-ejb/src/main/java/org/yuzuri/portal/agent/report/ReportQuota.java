package org.yuzuri.portal.agent.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.DaemonKind;

/**
 * How many reports one daemon may send in a minute, and in one call. What is more is refused before
 * anything of it is stored; the daemon keeps it. A number of the environment, the same on every
 * node, that each node counts for itself.
 */
@ApplicationScoped
public class ReportQuota {

  /** Twice of what a daemon sends; source: {@code ReportSink} of {@code host-control}. */
  public static final int MOST_AT_ONCE = 100;

  /** A site of 300 servers that boot and tell of themselves every six seconds. */
  private static final int OF_LENDER_AGENT = 3000;

  /** A gateway has two reports of each command, and one of each tunnel that comes or goes. */
  private static final int OF_GATEWAY = 600;

  private final ReportRate rate;
  private final int ofLenderAgent;
  private final int ofGateway;

  /** Reads the environment; a number that is none keeps the portal from starting. */
  public ReportQuota() {
    this(
        new ReportRate(),
        number("PORTAL_QUOTA_AGENT_REPORTS", OF_LENDER_AGENT),
        number("PORTAL_QUOTA_GATEWAY_REPORTS", OF_GATEWAY));
  }

  ReportQuota(ReportRate rate, int ofLenderAgent, int ofGateway) {
    this.rate = rate;
    this.ofLenderAgent = ofLenderAgent;
    this.ofGateway = ofGateway;
  }

  /**
   * Counts reports of a daemon.
   *
   * @throws ProblemException TOO_MANY_AT_ONCE: not in one call, however long it waits
   * @throws TooManyReportsException not now
   */
  public void count(ReportingAgent from, int reports) {
    if (reports > MOST_AT_ONCE) {
      throw new ProblemException(
          AgentProblem.TOO_MANY_AT_ONCE, "reports", reports, "at most " + MOST_AT_ONCE);
    }
    int aMinute = from.kind() == DaemonKind.LENDER_AGENT ? ofLenderAgent : ofGateway;
    var wait = rate.take(from.id(), reports, aMinute);
    if (!wait.isZero()) {
      throw new TooManyReportsException(reports, aMinute, wait);
    }
  }

  static int number(String variable, int usual) {
    return number(variable, System.getenv(variable), usual);
  }

  /**
   * A number of reports a minute.
   *
   * @throws ProblemException INVALID_VALUE: not a whole number from 100 to 100000
   */
  static int number(String variable, @Nullable String text, int usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (!text.matches("[1-9][0-9]{2,4}|100000")) {
      throw ProblemException.invalid(
          variable, text, "a whole number from " + MOST_AT_ONCE + " to 100000");
    }
    return Integer.parseInt(text);
  }
}
