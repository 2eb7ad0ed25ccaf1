package org.yuzuri.portal.network;

import java.time.Instant;

/**
 * A grant, open or closed.
 *
 * @param protocol UDP, TCP, ICMP or ANY
 * @param source CIDR
 * @param destination CIDR
 * @param ports separated by commas, ranges as {@code 80-90}; empty for all
 * @param closesAt its end, whatever else happens
 * @param closedAt when it was closed before its end, or null
 */
public record GrantView(
    String id,
    long leaseId,
    GrantSide side,
    GrantPurpose purpose,
    String protocol,
    String source,
    String destination,
    String ports,
    Instant openedAt,
    Instant closesAt,
    Instant closedAt) {}
