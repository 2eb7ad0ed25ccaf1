package org.yuzuri.portal.reporting.pool;

import java.time.Instant;

/**
 * A server has left a state, as its history says.
 *
 * @param fromState name of the state that it was in until then
 */
public record ServerMove(long serverId, Instant at, String fromState) {}
