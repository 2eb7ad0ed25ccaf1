package org.yuzuri.portal.site.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentState;

/**
 * A tenant gateway, as pages and the feature that runs transfers see it.
 *
 * @param identity subject of its tunnel certificate, {@code CN=gateway-3}
 * @param outsideAddress where servers reach it, IPv4
 * @param range the tenant's network behind it, CIDR
 * @param pool virtual addresses for leased servers, CIDR within the range
 * @param managementPort TCP port on a leased server that the gateway must reach at hand-over
 * @param online whether its daemon was heard within the last two minutes
 * @param lastContact null before the first
 */
public record GatewayView(
    long id,
    long tenantId,
    long agentId,
    String name,
    String identity,
    String outsideAddress,
    String range,
    String pool,
    int managementPort,
    String ikeProposals,
    String espProposals,
    AgentState agentState,
    boolean online,
    @Nullable Instant lastContact) {}
