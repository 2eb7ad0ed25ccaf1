package org.yuzuri.portal.agent.enrolment;

import org.yuzuri.portal.agent.ReportingAgent;

/**
 * A daemon that asks for commands.
 *
 * @param epoch of the portal's books, which each answer tells; it changes only while no node runs
 */
public record Caller(ReportingAgent agent, long epoch) {}
