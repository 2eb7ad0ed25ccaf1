package org.yuzuri.portal.site.gateway;

import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * A tenant gateway, as the runs of a lease need it.
 *
 * @param agentId the daemon
 * @param identity subject of its certificate, such as {@code CN=gateway-1}
 * @param outsideAddress where its tunnels end
 * @param tenantRange the tenant's own network behind it
 * @param managementPort TCP port that an installed server has to answer on
 * @param ikeProposals strongSwan's notation
 * @param espProposals likewise
 */
public record GatewayFacts(
    long agentId,
    String identity,
    Ipv4Address outsideAddress,
    Ipv4Prefix tenantRange,
    int managementPort,
    String ikeProposals,
    String espProposals) {}
