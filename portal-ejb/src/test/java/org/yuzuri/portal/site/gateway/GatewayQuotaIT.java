package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.platform.PortalDatabase;

class GatewayQuotaIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Gateways");

  @Test
  void revokedGatewayMakesRoomForAnother() {
    limitTo(1);
    long first = add("A", 30);
    assertThatThrownBy(() -> add("B", 31))
        .hasMessage("OVER_QUOTA: quotaGateways = 1 + 1, expected 1");

    database.as(
        1,
        Role.OPERATOR,
        w -> {
          w.get(AgentService.class).revoke(first);
          return true;
        });

    assertThat(add("B", 31)).isPositive();
  }

  private long add(String name, int network) {
    String net = "10." + network + ".";
    GatewayDraft draft =
        new GatewayDraft(name, "203.0.113.10", net + "0.0/16", net + "1.0/24", 22, null, null);
    return database.as(
        tenant, Role.TENANT_ADMIN, w -> w.get(GatewayService.class).add(draft).agentId());
  }

  private void limitTo(int number) {
    database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update tenant_limit set gateways = ? where tenant_id = ?")
                .setParameter(1, number)
                .setParameter(2, tenant)
                .executeUpdate());
  }
}
