package org.yuzuri.portal.agent;

import org.yuzuri.wire.report.AgentReport;

/**
 * A feature that wants to hear what daemons report. Implemented by CDI beans; every one of them is
 * called for every report, in the transaction that stores the report.
 *
 * <p>A {@code ProblemException} refuses the report: it is stored as refused with the reason, and
 * not repeated. Any other exception rolls back, and the daemon repeats the report.
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
