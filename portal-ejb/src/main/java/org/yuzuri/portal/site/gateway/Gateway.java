package org.yuzuri.portal.site.gateway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/** A tenant's end of the tunnels, and the network behind it. */
@Entity
@Table(name = "gateway")
class Gateway extends TenantRow {

  @Version private long version;

  @Column(name = "agent_id")
  private long agentId;

  private String name;

  @Column(name = "outside_address")
  private String outsideAddress;

  @Column(name = "tenant_range")
  private String range;

  @Column(name = "virtual_pool")
  private String pool;

  @Column(name = "management_port")
  private int managementPort;

  @Column(name = "ike_proposals")
  private String ikeProposals;

  @Column(name = "esp_proposals")
  private String espProposals;

  /** For Hibernate. */
  Gateway() {}

  Gateway(long tenantId, long agentId, GatewayDraft draft) {
    super(tenantId);
    this.agentId = agentId;
    change(draft);
  }

  final void change(GatewayDraft draft) {
    draft.check();
    name = draft.name();
    outsideAddress = draft.outsideAddress();
    range = draft.range();
    pool = draft.pool();
    managementPort = draft.managementPort();
    ikeProposals = draft.ikeProposals();
    espProposals = draft.espProposals();
  }

  long agentId() {
    return agentId;
  }

  String name() {
    return name;
  }

  Ipv4Prefix range() {
    return Ipv4Prefix.of(range);
  }

  Ipv4Prefix pool() {
    return Ipv4Prefix.of(pool);
  }

  GatewayFacts facts(String identity) {
    return new GatewayFacts(
        agentId,
        identity,
        Ipv4Address.of(outsideAddress),
        Ipv4Prefix.of(range),
        managementPort,
        ikeProposals,
        espProposals);
  }

  GatewayView view(AgentView agent) {
    return new GatewayView(
        id(),
        tenantId(),
        agentId,
        name,
        agent.identity(),
        outsideAddress,
        range,
        pool,
        managementPort,
        ikeProposals,
        espProposals,
        agent.state(),
        agent.online(),
        agent.lastContact());
  }
}
