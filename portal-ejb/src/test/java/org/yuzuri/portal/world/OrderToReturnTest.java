package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Grant;

class OrderToReturnTest {

  private final World world = new World();

  @Test
  void orderedServerIsHandedOver() {
    Server server = world.server(1);

    Order order = world.order();
    world.run();

    assertThat(world.run(1).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.run(1).steps())
        .allSatisfy(step -> assertThat(step.state()).isEqualTo(StepState.SUCCEEDED));
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(order.state()).isEqualTo(OrderState.FULFILLED);
  }

  @Test
  void bootIsPreparedWhileTheGatewayPreparesTheTunnelButTheServerStaysOff() {
    world.server(1);
    world.daemons.swallow("EnsureTunnel INSTALL");

    world.order();
    world.run(Duration.ofSeconds(20));

    assertThat(world.transfer(1).currentStep()).isEqualTo(StepName.PREFLIGHT);
    assertThat(world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class)).hasSize(1);
    assertThat(world.outbox.sent(Site.LENDER_AGENT, EnsureFreshStart.class)).isEmpty();
  }

  @Test
  void afterTheHandOverOnlyProductionGrantsAreOpen() {
    world.server(1);

    world.order();
    world.run();

    for (long agent : List.of(Site.LENDER_AGENT, Site.GATEWAY_AGENT)) {
      List<EnsureGrants> sent = world.outbox.sent(agent, EnsureGrants.class);
      assertThat(sent.get(sent.size() - 1).grants())
          .isNotEmpty()
          .extracting(Grant::id)
          .allMatch(id -> id.startsWith("production-"));
    }
  }

  @Test
  void readingOfTrafficIsToldWhenTheInstallationHadEnded() {
    world.server(1);
    world.daemons.swallow("EnsureNoBoot");
    world.order();
    world.run();
    Instant installed = world.clock.instant();
    world.run(Duration.ofMinutes(1));

    readTraffic();

    assertThat(world.transfer(1).currentStep()).isEqualTo(StepName.REBOOT);
    assertThat(world.traffic.installedAt).isEqualTo(installed);
  }

  @Test
  void readingOfTrafficIsToldOfNoEndWhileTheInstallationLasts() {
    world.server(1);
    world.daemons.stopBefore(Act.SAY_INSTALLED);
    world.order();
    world.run();

    readTraffic();

    assertThat(world.transfer(1).currentStep()).isEqualTo(StepName.INSTALL);
    assertThat(world.traffic.heard).hasSize(1);
    assertThat(world.traffic.installedAt).isNull();
  }

  private void readTraffic() {
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new TrafficCounted(
            UUID.randomUUID(), world.clock.instant(), world.run(1).fence(), 1000, 1, 2000, 2));
  }

  @Test
  void returnedServerIsCutOffThenErasedThenAvailable() {
    Server server = world.server(1);
    Order order = world.order();
    world.run();

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CLOSED);
    assertThat(order.state()).isEqualTo(OrderState.CLOSED);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
    assertThat(world.events.changes(SubjectKind.SERVER).stream().map(Change::to))
        .endsWith("ISOLATING", "ISOLATED", "WIPING", "AVAILABLE");
    assertThat(world.site.revocations).isEqualTo(1);
  }

  @Test
  void twoServersOfOneOrderFinishApart() {
    world.server(1);
    world.server(2);

    Order order = world.order();
    world.run();

    assertThat(order.state()).isEqualTo(OrderState.FULFILLED);
    assertThat(world.lease(1).virtualAddress()).isNotEqualTo(world.lease(2).virtualAddress());
  }

  @Test
  void everyHoldHasAHigherGeneration() {
    Server server = world.server(1);

    world.order();
    world.run();
    long lent = server.generation();
    world.giveBack(1);
    world.run();

    assertThat(server.generation()).isGreaterThan(lent);
    assertThat(world.wipeRows.findLastOfLease(1).orElseThrow().ending().name()).isEqualTo("ERASE");
  }
}
