package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;

class NetworksApartIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private long gatewayAgent;

  @BeforeEach
  void addAGateway() {
    tenant = database.newTenant("Apart");
    gatewayAgent = add(tenant, "A", "10.30.0.0/16", "10.30.1.0/24");
  }

  @ParameterizedTest
  @CsvSource({
    "10.30.0.0/16,  10.30.1.0/24",
    "10.30.1.0/24,  10.30.1.0/25",
    "10.0.0.0/8,    10.99.1.0/24",
    "10.30.99.0/24, 10.30.99.0/25"
  })
  void twoGatewaysOfOneTenantHandOutDifferentAddresses(String range, String pool) {
    assertThatThrownBy(() -> add(tenant, "B", range, pool))
        .hasMessageContaining("NETWORKS_OVERLAP")
        .hasMessageContaining(range)
        .hasMessageContaining("gateway A");
  }

  @Test
  void aGatewayIsNotMovedIntoAnothersAddresses() {
    add(tenant, "B", "10.31.0.0/16", "10.31.1.0/24");
    long other = gateway("B");

    assertThatThrownBy(() -> change(other, "10.30.0.0/17", "10.30.1.0/24"))
        .hasMessageContaining("NETWORKS_OVERLAP");
    assertThat(change(other, "10.31.0.0/17", "10.31.1.0/24").range()).isEqualTo("10.31.0.0/17");
  }

  @Test
  void twoTenantsMayUseTheSameAddresses() {
    assertThat(add(database.newTenant("Other"), "A", "10.30.0.0/16", "10.30.1.0/24")).isPositive();
  }

  @Test
  void aTenantsGatewayHasNoBootNetwork() {
    assertThatThrownBy(() -> define(gatewayAgent, "10.70.0"))
        .hasMessageContaining("NOT_FOUND: agent");
  }

  @Test
  void twoSitesShareAPrivateNetworkButNoOtherOne() {
    long first = site();
    long second = site();
    define(first, "10.71.0");
    define(second, "10.71.0");

    define(first, "198.51.100");
    define(first, "198.51.100");
    assertThatThrownBy(() -> define(second, "198.51.100"))
        .hasMessageContaining("NETWORKS_OVERLAP")
        .hasMessageContaining("198.51.100.0/24");
  }

  private long add(long owner, String name, String range, String pool) {
    return database.as(
        owner,
        Role.TENANT_ADMIN,
        w -> w.get(GatewayService.class).add(draft(name, range, pool)).agentId());
  }

  private GatewayView change(long id, String range, String pool) {
    return database.as(
        tenant,
        Role.TENANT_ADMIN,
        w ->
            w.get(GatewayService.class)
                .change(
                    id,
                    w.get(GatewayService.class).details(id).version(),
                    draft("B", range, pool)));
  }

  private long gateway(String name) {
    return database.as(
        tenant,
        Role.TENANT_ADMIN,
        w ->
            w.get(GatewayService.class).list().stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id());
  }

  private long site() {
    return database.asPortal(w -> w.get(AgentService.class).inviteLenderAgent("apart").agentId());
  }

  private boolean define(long agentId, String start) {
    return database.asPortal(
        w -> {
          BootNetworkService service = w.get(BootNetworkService.class);
          service.define(
              service.version(agentId),
              new BootNetwork(
                  agentId,
                  start + ".0/24",
                  start + ".1",
                  start + ".17",
                  start + ".200",
                  List.of()));
          return true;
        });
  }

  private static GatewayDraft draft(String name, String range, String pool) {
    return new GatewayDraft(name, "203.0.113.10", range, pool, 22, null, null);
  }
}
