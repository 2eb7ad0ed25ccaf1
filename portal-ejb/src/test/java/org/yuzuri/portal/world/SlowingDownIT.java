package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderReview.Refusal;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.CommandReport;

/** What repeated failures and much at once cost their tenant, on a real database. */
class SlowingDownIT {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of());
  private static final CommandOutcome BROKEN =
      new CommandOutcome.Failed("STRONGSWAN", "on purpose", false);

  private final CircleSite site = new CircleSite();
  private CommandOutcome gateway = BROKEN;
  private CommandOutcome lender = DONE;

  @BeforeEach
  void nothingStandsInTheWay() {
    assertThat(refusals(site.request)).isEmpty();
  }

  @Test
  void thirdFailureOfTheSameThingMakesTheNextOrderWait() {
    failTimes(2);
    assertThat(refusals(site.request)).isEmpty();
    failTimes(1);

    assertThat(refusals(site.request)).extracting(Refusal::rule).contains("SAME_THING_FAILED");
    Refusal refusal = refusals(site.request).get(0);
    assertThat(refusal.value()).isEqualTo("3");
    assertThat(refusal.expected()).matches("2\\d{3}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
    assertThatThrownBy(() -> place(site.request)).hasMessageContaining("SAME_THING_FAILED");
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);

    pass(Duration.ofMinutes(5));
    assertThat(refusals(site.request)).isEmpty();
    place(site.request);
  }

  @Test
  void anotherVersionOfTheSettingsMayBeTriedUntilWhateverIsOrderedFails() {
    failTimes(3);
    OrderRequest other = other(1);
    assertThat(refusals(other)).isEmpty();
    failTimes(2, other);
    failTimes(1, other(2));

    assertThat(refusals(other(3)))
        .extracting(Refusal::rule, Refusal::value)
        .containsExactly(tuple("TRANSFERS_FAILED", "6"));
  }

  @Test
  void failuresOfTheDatacenterCostTheTenantNothing() {
    gateway = DONE;
    lender = BROKEN;
    for (int i = 0; i < 4; i++) {
      place(site.request);
      failAtTheLender();
    }

    assertThat(refusals(site.request)).isEmpty();
  }

  @Test
  void noMoreServersAreInPreparationThanTheTenantMayHave() {
    limitTo(1);
    assertThat(refusals(twice(site.request)))
        .extracting(Refusal::rule, Refusal::value, Refusal::expected)
        .contains(tuple("TOO_MANY_IN_PREPARATION", "0 + 2", "1"));

    place(site.request);
    assertThat(refusals(site.request))
        .extracting(Refusal::rule, Refusal::value)
        .contains(tuple("TOO_MANY_IN_PREPARATION", "1 + 1"));

    work();
    limitTo(0);
    assertThatThrownBy(() -> place(site.request)).hasMessageContaining("TOO_MANY_IN_PREPARATION");
  }

  @Test
  void noMoreServersAreLeasedAndOrdersOpenThanTheTenantMayHave() {
    limit("servers", 1);
    limit("open_orders", 0);

    assertThat(refusals(twice(site.request)))
        .extracting(Refusal::rule, Refusal::field, Refusal::value, Refusal::expected)
        .contains(
            tuple("OVER_QUOTA", "quotaServers", "0 + 2", "1"),
            tuple("OVER_QUOTA", "quotaOpenOrders", "0 + 1", "0"));
    assertThatThrownBy(() -> place(site.request))
        .hasMessage("OVER_QUOTA: quotaOpenOrders = 0 + 1, expected 0");

    limit("open_orders", 1);
    place(site.request);
    OrderReview review = site.member(b -> b.get(OrderService.class).review(site.request));
    assertThat(review.quotas())
        .extracting(QuotaUse::quota, QuotaUse::usedText, QuotaUse::allowedText)
        .containsExactly(
            tuple(Quota.SERVERS_IN_PREPARATION, "1", "10"),
            tuple(Quota.SERVERS, "1", "1"),
            tuple(Quota.OPEN_ORDERS, "1", "1"));
  }

  @Test
  void anotherTenantIsNotSlowedDown() {
    failTimes(3);
    CircleSite other = new CircleSite();

    OrderReview review = other.member(b -> b.get(OrderService.class).review(other.request));

    assertThat(review.refusals()).isEmpty();
  }

  private void failTimes(int times) {
    failTimes(times, site.request);
  }

  private void failTimes(int times, OrderRequest request) {
    for (int i = 0; i < times; i++) {
      place(request);
      work();
      assertThat(server()).isEqualTo(ServerState.AVAILABLE);
    }
  }

  /** The boot files cannot be put in place; then everything works again, until the next order. */
  private void failAtTheLender() {
    site.tick();
    work(site.gateway, gateway);
    work(site.lender, BROKEN);
    work(site.lender, BROKEN);
    lender = DONE;
    work();
    lender = BROKEN;
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
  }

  private long place(OrderRequest request) {
    site.portal(b -> site.heard(b));
    ReviewedOrder reviewed = site.member(b -> b.get(OrderService.class).review(request)).reviewed();
    return site.member(b -> b.get(OrderService.class).place(request, reviewed));
  }

  private List<Refusal> refusals(OrderRequest request) {
    site.portal(b -> site.heard(b));
    return site.member(b -> b.get(OrderService.class).review(request)).refusals();
  }

  private OrderRequest other(int number) {
    SettingsDraft draft =
        new SettingsDraft("KICKSTART_INSTALLER", CircleSite.TEXT + "# " + number + "\n");
    return site.withSettings(draft, "other " + number);
  }

  private static OrderRequest twice(OrderRequest one) {
    return new OrderRequest(
        one.offerId(), one.imageId(), one.settingsVersionId(), one.gatewayId(), 2, one.period());
  }

  /** Timers and daemons work until nothing is left to do. */
  private void work() {
    for (int quiet = 0; quiet < 7; ) { // a minute: the cut-off waits so long for a gateway
      pass(Duration.ofSeconds(11));
      site.tick();
      boolean worked = work(site.lender, lender);
      quiet = work(site.gateway, gateway) || worked ? 0 : quiet + 1;
    }
  }

  private boolean work(ReportingAgent agent, CommandOutcome outcome) {
    List<SequencedCommand> open =
        site.portal(b -> b.get(ContactService.class).openCommands(agent.id(), 0));
    for (SequencedCommand command : open) {
      CommandReport report =
          new CommandReport(UUID.randomUUID(), now(), command.command().id(), outcome);
      site.portal(
          b -> {
            b.get(ReportService.class).accept(agent, report);
            return true;
          });
    }
    return !open.isEmpty();
  }

  private void limitTo(int servers) {
    limit("servers_in_preparation", servers);
  }

  private void limit(String column, int servers) {
    site.portal(
        b ->
            b.get(EntityManager.class)
                .createNativeQuery("update tenant_limit set " + column + " = ? where tenant_id = ?")
                .setParameter(1, servers)
                .setParameter(2, site.tenant)
                .executeUpdate());
  }

  private void pass(Duration time) {
    site.database.clock().add(time);
    site.portal(b -> site.heard(b));
  }

  private Instant now() {
    return site.database.clock().instant();
  }

  private ServerState server() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId)).state();
  }
}
