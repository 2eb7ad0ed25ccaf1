package org.yuzuri.portal.lease.outage;

import java.time.Instant;

/**
 * A lease whose production tunnel is down while its tenant has the server.
 *
 * @param server name of the server
 */
public record TunnelOutage(long leaseId, String server, Instant since) {}
