package org.yuzuri.portal.agent.enrolment;

import org.yuzuri.portal.agent.ReportingAgent;

/**
 * A daemon that asks for commands.
 *
 * @param epoch of the portal's books, which each answer tells; it changes only while no node runs
 * @param lastSequence number of the last command that was queued for it, whatever became of that; 0
 *     when there was none
 */
public record Caller(ReportingAgent agent, long epoch, long lastSequence) {

  /** Whether there may be commands behind this one for it. */
  public boolean isBehind(long after) {
    return lastSequence > after;
  }
}
