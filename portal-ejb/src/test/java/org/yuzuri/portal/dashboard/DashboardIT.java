package org.yuzuri.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.shiro.authz.UnauthorizedException;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.problem.ProblemLookService;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.world.CircleSite;

class DashboardIT {

  private static final long MOST_STATEMENTS = 6;

  private final PortalDatabase database = PortalDatabase.shared();
  private final CircleSite site = new CircleSite();

  @Test
  void operatorSeesServersByOfferAndStateAndTransfersAtWork() {
    long offer = database.number("select offer_id from server order by id desc limit 1");
    OfferLine before = offer(offer);
    long transfers = site(Role.OPERATOR).transfers();
    assertThat(before.free()).isEqualTo(1);

    site.order();

    OfferLine after = offer(offer);
    assertThat(after.free()).isZero();
    assertThat(after.count(ServerState.RESERVED)).isEqualTo(1);
    assertThat(after.total()).isEqualTo(1);
    assertThat(site(Role.OPERATOR).transfers()).isEqualTo(transfers + 1);
    assertThat(site(Role.OPERATOR).states()).contains(ServerState.RESERVED);
  }

  @Test
  void operatorSeesWhatIsWrong() {
    long id = database.number("select max(id) from server");
    look();
    long before = site(Role.AUDITOR).problems(Severity.ERROR);

    database.write("update server set state = 'QUARANTINED' where id = " + id);
    look();
    assertThat(site(Role.AUDITOR).problems(Severity.ERROR)).isEqualTo(before + 1);
    assertThat(site(Role.AUDITOR).worst()).hasSizeBetween(1, 5);

    database.write("update server set state = 'RETIRED' where id = " + id);
    look();
    assertThat(site(Role.AUDITOR).problems(Severity.ERROR)).isEqualTo(before);
  }

  @Test
  void tenantSeesItsOwnLeasesOrdersAndGateways() {
    assertThat(own(Role.VIEWER).leases()).isEmpty();
    long order = site.order();

    OwnView view = own(Role.VIEWER);
    assertThat(view.leaseCount()).isEqualTo(1);
    assertThat(view.leases()).hasSize(1);
    assertThat(view.orders()).extracting(OwnView.OrderLine::id).containsExactly(order);
    assertThat(view.gateways()).hasSize(1);

    long stranger = database.newTenant("Stranger");
    OwnView theirs =
        database.as(stranger, Role.TENANT_ADMIN, b -> b.get(DashboardService.class).own());
    assertThat(theirs.leaseCount()).isZero();
    assertThat(theirs.orders()).isEmpty();
    assertThat(theirs.gateways()).isEmpty();
    assertThat(theirs.todos(now()))
        .containsExactly(OwnView.Todo.ADD_GATEWAY, OwnView.Todo.ADD_IMAGE);
  }

  @Test
  void whoPaysSeesNeitherGatewaysNorImages() {
    OwnView view = own(Role.TENANT_BILLING);

    assertThat(view.gateways()).isNull();
    assertThat(view.images()).isNull();
    assertThat(view.todos(now())).isEmpty();
  }

  @Test
  void tenantIsToldWhatToDo() {
    site.order();
    database.write(
        "update lease set ends_at = ? where tenant_id = " + site.tenant(),
        now().plus(Duration.ofHours(50)));
    OwnView view = own(Role.TENANT_ADMIN);

    assertThat(view.todos(now())).contains(OwnView.Todo.EXTEND_LEASE);
    assertThat(view.leases().get(0).left(now())).isEqualTo(Duration.ofHours(50));
    assertThat(
            new OwnView(
                    List.of(),
                    0,
                    List.of(),
                    List.of(
                        new OwnView.GatewayLine(1, "a", Presence.INVITED),
                        new OwnView.GatewayLine(2, "b", Presence.OFFLINE)),
                    new OwnView.Images(1, 95, 100))
                .todos(now()))
        .containsExactly(
            OwnView.Todo.START_GATEWAY, OwnView.Todo.MEND_GATEWAY, OwnView.Todo.REMOVE_IMAGES);
  }

  @Test
  void onlyStaffOfTheServersSeesTheSite() {
    for (Role role : List.of(Role.TENANT_ADMIN, Role.VIEWER, Role.LENDER_BILLING)) {
      long tenant = role.isLender() ? Tenants.LENDER : site.tenant();
      assertThatThrownBy(() -> database.as(tenant, role, b -> b.get(DashboardService.class).site()))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  @Test
  void eachTakesAtMostSixStatementsHoweverMuchThereIs() {
    site.order();

    assertThat(statements(Tenants.LENDER, Role.OPERATOR, DashboardService::site))
        .isBetween(1L, MOST_STATEMENTS);
    assertThat(statements(site.tenant(), Role.TENANT_ADMIN, DashboardService::own))
        .isBetween(1L, MOST_STATEMENTS);
  }

  private long statements(long tenant, Role role, Consumer<DashboardService> view) {
    return database.as(
        tenant,
        role,
        b -> {
          Statistics statistics =
              b.get(EntityManager.class).unwrap(Session.class).getSessionFactory().getStatistics();
          statistics.setStatisticsEnabled(true);
          long before = statistics.getPrepareStatementCount();
          view.accept(b.get(DashboardService.class));
          return statistics.getPrepareStatementCount() - before;
        });
  }

  private void look() {
    database.asPortal(
        b -> {
          b.get(ProblemLookService.class).look("SERVER_QUARANTINED", "test");
          return true;
        });
  }

  private OfferLine offer(long id) {
    return site(Role.OPERATOR).offers().stream()
        .filter(offer -> offer.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private SiteView site(Role role) {
    return database.as(Tenants.LENDER, role, b -> b.get(DashboardService.class).site());
  }

  private OwnView own(Role role) {
    return database.as(site.tenant(), role, b -> b.get(DashboardService.class).own());
  }

  private Instant now() {
    return database.clock().instant();
  }
}
