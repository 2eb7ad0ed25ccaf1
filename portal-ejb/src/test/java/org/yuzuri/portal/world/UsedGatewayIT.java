package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.lease.view.GatewayTunnel;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.gateway.GatewayDetails;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;

/** What a tenant can do to a gateway that servers use, and to one that none uses any more. */
class UsedGatewayIT {

  private final CircleSite site = new CircleSite();
  private final long id = site.request.gatewayId();

  @Test
  void nameAndManagementPortChangeUnderServersAndNothingElse() {
    site.member(site::place);

    change(draft("Renamed", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 2222));
    assertThat(details().gateway().name()).isEqualTo("Renamed");
    assertThat(trail("gateway.change")).isEqualTo("name: G → Renamed; managementPort: 22 → 2222");
    assertThat(details().inUse()).isEqualTo(1);
    assertThat(details().heldAddresses()).isEqualTo(1);
    assertThat(details().addresses()).isEqualTo(254);

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> change(draft("Again", "203.0.113.11", "10.31.0.0/16", "10.31.1.0/24", 22)));
    assertThat(Stream.concat(Stream.of(refused), refused.others().stream()))
        .extracting(problem -> problem.code().name() + " " + problem.field())
        .containsExactly(
            "GATEWAY_IN_USE outsideAddress", "GATEWAY_IN_USE range", "GATEWAY_IN_USE pool");
    assertThat(details().gateway().name()).isEqualTo("Renamed");
  }

  @Test
  void everythingChangesWhileNoServerUsesItAndAReviewedOrderIsReviewedAgain() {
    ReviewedOrder reviewed = reviewed();
    change(draft("G", "203.0.113.11", "10.31.0.0/16", "10.31.1.0/24", 22));

    assertThat(details().gateway().range()).isEqualTo("10.31.0.0/16");
    assertThatThrownBy(
            () -> site.member(b -> b.get(OrderService.class).place(site.request, reviewed)))
        .hasMessageContaining("GATEWAY_CHANGED");
  }

  @Test
  void gatewayIsRemovedOnlyWhenNoServerUsesIt() {
    long order = site.member(site::place);
    assertThatThrownBy(this::remove).hasMessageContaining("GATEWAY_HAS_SERVERS");
    assertThat(details().daemon().state()).isEqualTo(AgentState.ENROLLED);

    site.portal(b -> site.takeBack(b, order));
    remove();

    assertThat(details().isThere()).isFalse();
    assertThat(details().daemon().state()).isEqualTo(AgentState.REVOKED);
    assertThat(details().heldAddresses()).isZero();
  }

  @Test
  void removedGatewayTakesNothingAndItsNameAndNetworksAreFree() {
    ReviewedOrder reviewed = reviewed();
    GatewayDraft same = draft("G", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22);
    remove();

    assertThatThrownBy(this::remove).hasMessageContaining("GATEWAY_REMOVED");
    assertThatThrownBy(() -> change(same)).hasMessageContaining("GATEWAY_REMOVED");
    assertThatThrownBy(() -> site.member(b -> b.get(GatewayService.class).inviteAgain(id)))
        .hasMessageContaining("GATEWAY_REMOVED");
    assertThatThrownBy(
            () -> site.member(b -> b.get(OrderService.class).place(site.request, reviewed)))
        .hasMessageContaining("GATEWAY_OFFLINE");
    assertThat(site.<Long>member(b -> b.get(GatewayService.class).add(same).agentId()))
        .isPositive();
  }

  @Test
  void changeThatWasTypedOverAnOlderEntryIsRefused() {
    long shown = details().version();
    change(draft("Mine", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22));

    assertThatThrownBy(
            () ->
                site.member(
                    b ->
                        b.get(GatewayService.class)
                            .change(
                                id,
                                shown,
                                draft("T", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22))))
        .hasMessageContaining("CHANGED_BY: gateway");
  }

  @Test
  void anotherTenantsGatewayIsMissing() {
    site.member(site::place);
    long other = site.database.newTenant("Other");

    assertThatThrownBy(() -> site.database.as(other, Role.TENANT_ADMIN, b -> removed(b, id)))
        .hasMessageContaining("NOT_FOUND: gateway");
    assertThatThrownBy(() -> site.database.as(1, Role.TENANT_ADMIN, b -> removed(b, id)))
        .hasMessageContaining("NOT_FOUND: gateway");
    assertThatThrownBy(
            () ->
                site.database.as(
                    other, Role.TENANT_ADMIN, b -> b.get(GatewayService.class).details(id)))
        .hasMessageContaining("NOT_FOUND: gateway");
    assertThat(servers(other)).isEmpty();
    assertThat(servers(site.tenant)).hasSize(1);
  }

  @Test
  void aGatewayIsRemovedAfterAProof() {
    GatewayService service = site.database.asPortal(b -> b.get(GatewayService.class));

    assertThatThrownBy(
            () ->
                Subjects.as(
                    site.tenant,
                    Role.TENANT_ADMIN,
                    7,
                    new SimpleSession(),
                    () -> {
                      service.remove(id);
                      return true;
                    }))
        .hasMessageContaining("STEP_UP_NEEDED");
    site.database.as(site.tenant, Role.TENANT_ADMIN, b -> removed(b, id));
  }

  private List<GatewayTunnel> servers(long viewer) {
    return site.database.as(
        viewer, Role.TENANT_ADMIN, b -> b.get(LeaseService.class).ofGateway(id));
  }

  private static boolean removed(Portal b, long gateway) {
    b.get(GatewayService.class).remove(gateway);
    return true;
  }

  private static GatewayDraft draft(
      String name, String outside, String range, String pool, int port) {
    return new GatewayDraft(name, outside, range, pool, port, null, null);
  }

  private ReviewedOrder reviewed() {
    return site.member(b -> b.get(OrderService.class).review(site.request).reviewed());
  }

  private void change(GatewayDraft draft) {
    long version = details().version();
    site.member(b -> b.get(GatewayService.class).change(id, version, draft));
  }

  private void remove() {
    site.member(b -> removed(b, id));
  }

  private GatewayDetails details() {
    return site.member(b -> b.get(GatewayService.class).details(id));
  }

  /** What the newest act of this kind says. */
  private String trail(String action) {
    return site.portal(
        b ->
            b.get(EntityManager.class)
                .createQuery(
                    "select e.detail from AuditEntry e where e.action = :action order by e.id desc",
                    String.class)
                .setParameter("action", action)
                .setMaxResults(1)
                .getSingleResult());
  }
}
