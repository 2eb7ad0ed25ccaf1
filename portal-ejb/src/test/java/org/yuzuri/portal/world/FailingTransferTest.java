package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

class FailingTransferTest {

  private static final Duration LONG = Duration.ofHours(5);

  private final World world = new World();

  @ParameterizedTest
  @CsvSource({
    "EnsureTunnel INSTALL, PREFLIGHT, TENANT, AVAILABLE",
    "EnsureBoot INSTALL, STAGE, LENDER, AVAILABLE",
    "EnsurePort FILTERED, STAGE, LENDER, AVAILABLE",
    "EnsureFreshStart, POWER_ON, HARDWARE, QUARANTINED",
    "EnsureTunnel PRODUCTION, INSTALL, TENANT, AVAILABLE",
    "EnsureReachable, HAND_OVER, TENANT, AVAILABLE"
  })
  void failedCommandEndsInNamedStates(
      String command, StepName step, Fault fault, ServerState serverEnd) {
    Server server = world.server(1);
    world.daemons.answer(command, new CommandOutcome.Failed("BROKEN", "on purpose", false));
    if (step == StepName.INSTALL) {
      world.daemons.stopBefore(Act.SAY_INSTALLED);
    }

    Order order = world.order();
    world.run();
    if (command.equals("EnsureFreshStart")) {
      world.daemons.answer(command, new CommandOutcome.Done(Map.of()));
    }
    world.run(Duration.ofMinutes(2));

    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.transfer(1).currentStep()).isEqualTo(step);
    assertThat(world.run(1).failure().fault()).isEqualTo(fault);
    assertThat(world.run(1).failure().detail()).contains("on purpose");
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    assertThat(order.state()).isEqualTo(OrderState.FAILED);
    assertThat(server.state()).isEqualTo(serverEnd);
  }

  @Test
  void longestCodeThatADaemonMayGiveIsKept() {
    String code = "A".repeat(64);
    world.server(1);
    world.daemons.answer("EnsureTunnel INSTALL", new CommandOutcome.Failed(code, "no", false));

    world.order();
    world.run(Duration.ofMinutes(2));

    assertThat(world.run(1).failure().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {
        "FETCH_SETTINGS",
        "SHOW_ERASER_KEY",
        "SHOW_INSPECTION_KEY",
        "ERASE",
        "REPORT_ERASED",
        "INSPECT",
        "REPORT_FACTS",
        "REPORT_PORT"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void serverThatFallsSilentIsNoticedAndTakenBack(Act act) {
    Server server = world.server(1);
    world.daemons.stopBefore(act);

    world.order();
    world.run(LONG);

    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.run(1).failure().fault()).isNotNull();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    assertThat(server.state()).isIn(ServerState.QUARANTINED, ServerState.AVAILABLE);
    assertEverythingIsClosed();
  }

  @ParameterizedTest
  @CsvSource({
    "EnsureTunnel INSTALL",
    "EnsureBoot INSTALL",
    "EnsureFreshStart",
    "EnsureNoBoot",
    "EnsureNoTunnel INSTALL",
    "EnsureReachable",
    "EnsureTunnel PRODUCTION"
  })
  void commandThatIsNeverAnsweredEndsByTheHardLimit(String command) {
    Server server = world.server(1);
    world.daemons.swallow(command);

    world.order();
    world.run(LONG);

    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.run(1).current().state()).isEqualTo(StepState.TIMED_OUT);
    assertThat(world.lease(1).state().isFinal()).isTrue();
    assertThat(server.state().name()).isIn("QUARANTINED", "AVAILABLE", "WIPE_FAILED");
  }

  @Test
  void gatewayThatIsOfflineFailsThePreflightAndLeavesTheServerClean() {
    Server server = world.server(1);
    world.site.gatewayOnline = false;

    world.order();
    world.run(Duration.ofMinutes(5));

    assertThat(world.run(1).failure().code()).isEqualTo("TOO_SLOW_PREFLIGHT");
    assertThat(world.run(1).failure().detail()).isEqualTo("GATEWAY_ONLINE");
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.lease(1).isTouched()).isFalse();
  }

  @Test
  void repositoryThatAnswers404IsTheTenantsMatterAndTheServerIsErased() {
    Server server = world.server(1);
    world.daemons.server().failsIn = BeatPhase.PACKAGES;

    world.order();
    world.run();

    assertThat(world.run(1).failure().fault()).isEqualTo(Fault.TENANT);
    assertThat(world.run(1).failure().detail()).startsWith("packages: 404");
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
  }

  @Test
  void failureThatMayPassIsTriedAgain() {
    world.server(1);
    world.daemons.answerFirst(
        2, "EnsureBoot INSTALL", new CommandOutcome.Failed("DISK_FULL", "for a while", true));

    world.order();
    world.run(Duration.ofMinutes(1));

    assertThat(world.run(1).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void agentOfAnotherSiteCannotEndATransfer() {
    world.server(1);
    world.daemons.stopBefore(Act.SAY_INSTALLED);
    world.order();
    world.run();
    Fence fence = world.run(1).fence();
    Beat beat =
        new Beat(
            UUID.randomUUID(),
            world.clock.instant(),
            fence,
            Long.MAX_VALUE,
            BeatPhase.FAILED,
            null,
            "no",
            null);

    assertThatThrownBy(() -> world.reports.reported(ScriptedDaemons.OTHER_SITE, beat))
        .hasMessageContaining("NOT_FOUND");

    assertThat(world.run(1).state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void anotherGatewayOfTheSameTenantCannotSayThatATunnelIsUp() {
    world.server(1);
    world.daemons.stopBefore(Act.INSTALL_TUNNEL);
    world.order();
    world.run();
    TunnelUp up =
        new TunnelUp(
            UUID.randomUUID(),
            world.clock.instant(),
            world.run(1).fence(),
            TunnelPurpose.INSTALL,
            world.lease(1).virtualAddress());

    assertThatThrownBy(() -> world.reports.reported(ScriptedDaemons.OTHER_GATEWAY, up))
        .hasMessageContaining("NOT_FOUND");

    assertThat(world.transfer(1).hasSeen(Evidence.INSTALL_TUNNEL_UP)).isFalse();
  }

  @Test
  void powerThatCannotBeSwitchedOffKeepsTheServerOutOfThePool() {
    Server server = world.server(1);
    CommandOutcome silent = new CommandOutcome.Failed("BMC_SILENT", "no", false);
    world.daemons.answer("EnsureFreshStart", silent);
    world.daemons.answer("EnsurePower OFF", silent);

    world.order();
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(server.failure().fault()).isEqualTo(Fault.HARDWARE);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
  }

  @Test
  void transferAtWhichThePortalItselfFailsEndsByTheHardLimit() {
    Server server = world.server(1);
    world.order();

    world.runService.stumbled(world.run(1).id());
    assertThat(world.run(1).state()).isEqualTo(RunState.RUNNING);
    world.clock.add(Duration.ofMinutes(3));
    world.runService.stumbled(world.run(1).id());
    world.run();

    assertThat(world.run(1).failure().code()).isEqualTo("PORTAL_ERROR");
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  private void assertEverythingIsClosed() {
    for (long agent : List.of(Site.LENDER_AGENT, Site.GATEWAY_AGENT)) {
      List<EnsureGrants> sent = world.outbox.sent(agent, EnsureGrants.class);
      assertThat(sent.get(sent.size() - 1).grants()).isEmpty();
    }
    assertThat(world.outbox.sent(Site.LENDER_AGENT, EnsureNoBoot.class)).isNotEmpty();
    assertThat(world.site.revocations).isPositive();
  }
}
