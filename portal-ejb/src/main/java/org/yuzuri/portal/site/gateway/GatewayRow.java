package org.yuzuri.portal.site.gateway;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A tenant gateway in a list.
 *
 * @param tenant name of whose it is
 * @param outsideAddress where servers reach it, IPv4
 * @param range the tenant's network behind it, CIDR
 * @param pool virtual addresses for leased servers, CIDR within the range
 * @param managementPort TCP port on a leased server that the gateway must reach at hand-over
 * @param state of its daemon
 * @param lastContact null before the first
 * @param certificateUntil end of its daemon's certificate, or null
 */
public record GatewayRow(
    long id,
    String tenant,
    long agentId,
    String name,
    String outsideAddress,
    String range,
    String pool,
    int managementPort,
    AgentState state,
    @Nullable Instant lastContact,
    @Nullable Instant certificateUntil)
    implements Serializable {

  static final RowQuery<GatewayRow, AgentState> ALL =
      new RowQuery<GatewayRow, AgentState>(
              GatewayRow.class,
              "Gateway g join Agent a on a.id = g.agentId join Tenant t on t.id = g.tenantId",
              "g.id",
              "t.name",
              "g.agentId",
              "g.name",
              "g.outsideAddress",
              "g.range",
              "g.pool",
              "g.managementPort",
              "a.state",
              "a.lastContact",
              "a.certificate.notAfter")
          .searchedBy("g.name", "t.name", "g.outsideAddress", "g.range", "g.pool")
          .orderedBy("g.name")
          .inStates("a.state", AgentState.class, Set.of(AgentState.REVOKED));

  /** Subject of its tunnel certificate. */
  public String identity() {
    return "CN=gateway-" + agentId;
  }

  /** Whether its daemon is there. */
  public Presence presence(Instant now) {
    return Presence.of(state, lastContact, certificateUntil, now);
  }
}
