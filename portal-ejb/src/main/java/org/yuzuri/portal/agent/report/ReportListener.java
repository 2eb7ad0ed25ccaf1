package org.yuzuri.portal.agent.report;

import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.wire.report.AgentReport;

/**
 * What daemons report leaves this feature here, in the transaction that stores the report. There is
 * one: it knows which feature hears what.
 *
 * <p>A {@code ProblemException} refuses the report: it is stored as refused with the reason, and
 * not repeated. Any other exception rolls back, and the daemon repeats the report; the third time
 * it is set aside as failed.
 */
public interface ReportListener {

  /** Hears any report other than a {@code CommandReport}. */
  void reported(ReportingAgent from, AgentReport report);

  /**
   * Hears what became of a command that this agent was given.
   *
   * @param command the command, as far as it is kept, with its new outcome
   */
  void commandReported(ReportingAgent from, ReportedCommand command);
}
