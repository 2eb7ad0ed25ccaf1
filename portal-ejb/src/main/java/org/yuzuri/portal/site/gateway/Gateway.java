package org.yuzuri.portal.site.gateway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.audit.Changes;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/** A tenant's end of the tunnels, and the network behind it. */
@Entity
class Gateway extends TenantRow {

  @Version private long version;

  private long agentId;
  private String name;
  private String outsideAddress;

  @Column(name = "tenant_range")
  private String range;

  @Column(name = "virtual_pool")
  private String pool;

  private int managementPort;
  private String ikeProposals;
  private String espProposals;
  private @Nullable Instant removedAt;

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

  /** What servers that use it were set up with and the draft has otherwise: field, old value. */
  Map<String, String> settled(GatewayDraft draft) {
    Map<String, String> others = new LinkedHashMap<>();
    note(others, "outsideAddress", outsideAddress, draft.outsideAddress());
    note(others, "range", range, draft.range());
    note(others, "pool", pool, draft.pool());
    note(others, "ikeProposals", ikeProposals, draft.ikeProposals());
    note(others, "espProposals", espProposals, draft.espProposals());
    return others;
  }

  private static void note(Map<String, String> others, String field, String mine, String drafts) {
    if (!mine.equals(drafts)) {
      others.put(field, mine);
    }
  }

  /** What is another in the draft: field, old and new value. */
  String changes(GatewayDraft draft) {
    return new Changes()
        .field("name", name, draft.name())
        .field("outsideAddress", outsideAddress, draft.outsideAddress())
        .field("range", range, draft.range())
        .field("pool", pool, draft.pool())
        .field("managementPort", managementPort, draft.managementPort())
        .field("ikeProposals", ikeProposals, draft.ikeProposals())
        .field("espProposals", espProposals, draft.espProposals())
        .text();
  }

  void remove(Instant now) {
    removedAt = now;
  }

  @Nullable Instant removedAt() {
    return removedAt;
  }

  long version() {
    return version;
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
