package org.yuzuri.portal.reporting.pool;

import org.yuzuri.portal.server.ServerState;

/** How many servers are in a state. */
public record CountedState(ServerState state, long servers) {}
