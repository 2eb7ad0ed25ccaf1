package org.yuzuri.portal.agent.report;

import java.time.Instant;

/**
 * Reports of one daemon on which the portal failed, and that it took without using them.
 *
 * @param agent name of the daemon
 * @param first when the first of them came
 */
public record SetAside(long agentId, String agent, long count, Instant first) {}
