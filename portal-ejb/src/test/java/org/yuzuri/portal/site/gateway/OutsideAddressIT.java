package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;
import org.yuzuri.portal.site.SiteProblem;

/** Where a tenant's gateway may be, asked through the door for people. */
class OutsideAddressIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;

  @BeforeEach
  void addATenant() {
    tenant = database.newTenant("Outside");
  }

  @Test
  void gatewayIsNeitherAddedNorMovedToAnAddressThatIsNotAllowed() {
    assertRefused("10.1.2.3");
    assertRefused("127.0.0.1");
    assertThat(gateways()).isEmpty();

    add("203.0.113.10");

    assertThatThrownBy(() -> change(gateways().get(0).id(), "192.168.1.1"))
        .hasMessageContaining("ADDRESS_NOT_ALLOWED");
    assertThat(gateways()).extracting(GatewayView::outsideAddress).containsExactly("203.0.113.10");
  }

  @Test
  void addressInABootNetworkIsRefusedAndTheNetworkNotNamed() {
    database.asPortal(
        w -> {
          long agent = w.get(AgentService.class).inviteLenderAgent("outside").agentId();
          w.get(BootNetworkService.class)
              .define(
                  BootNetworkService.NONE,
                  new BootNetwork(
                      agent,
                      "203.0.113.240/28",
                      "203.0.113.241",
                      "203.0.113.242",
                      "203.0.113.250",
                      List.of()));
          return agent;
        });

    assertRefused("203.0.113.241");
    assertThatThrownBy(() -> add("203.0.113.241")).hasMessageNotContaining("/28");
    add("203.0.113.239");
  }

  private void assertRefused(String address) {
    assertThatThrownBy(() -> add(address))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(SiteProblem.ADDRESS_NOT_ALLOWED);
              assertThat(problem.field()).isEqualTo("outsideAddress");
              assertThat(problem.value()).isEqualTo(address);
            });
  }

  private List<GatewayView> gateways() {
    return database.as(tenant, Role.TENANT_ADMIN, w -> w.get(GatewayService.class).list());
  }

  private void add(String address) {
    database.as(
        tenant, Role.TENANT_ADMIN, w -> w.get(GatewayService.class).add(draft(address)).agentId());
  }

  private void change(long id, String address) {
    database.as(
        tenant, Role.TENANT_ADMIN, w -> changed(w.get(GatewayService.class), id, draft(address)));
  }

  private static GatewayView changed(GatewayService service, long id, GatewayDraft draft) {
    return service.change(id, service.details(id).version(), draft);
  }

  private static GatewayDraft draft(String outside) {
    return new GatewayDraft("A", outside, "10.30.0.0/16", "10.30.1.0/24", 22, null, null);
  }
}
