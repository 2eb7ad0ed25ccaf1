package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.step.TransferFailure;
import org.yuzuri.portal.transfer.step.TransferFailure.Then;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;

/** Every row of {@link TransferFailure}, brought about as daemons and servers would. */
class WhoseFaultTest {

  private static final Duration LONG = Duration.ofHours(5);
  private static final CommandOutcome BROKEN =
      new CommandOutcome.Failed("BROKEN", "on purpose", false);

  private final World world = new World();
  private Server server;

  @BeforeEach
  void serverIsFree() {
    server = world.server(1);
  }

  @ParameterizedTest
  @EnumSource(TransferFailure.class)
  void failureIsWhoseItIsAndLeadsWhereTheTableSays(TransferFailure row) {
    bringAbout(row);
    world.run(LONG);

    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(row.isIn(world.transfer(1).currentStep())).isTrue();
    assertThat(world.run(1).failure().fault()).isEqualTo(row.fault());
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    assertThat(server.state())
        .isEqualTo(row.then() == Then.QUARANTINE ? ServerState.QUARANTINED : ServerState.AVAILABLE);
    boolean erased = !world.wipeRows.recordsOf(server.id()).isEmpty();
    assertThat(erased).isEqualTo(row.then() == Then.BACK_TO_THE_POOL && world.lease(1).isTouched());
  }

  private void bringAbout(TransferFailure row) {
    switch (row) {
      case PORTAL_FAILED -> {
        world.order();
        world.clock.add(Duration.ofMinutes(3));
        world.runService.stumbled(world.run(1).id());
      }
      case CONSOLE_NOT_READ ->
          answers(
              "EnsureBoot INSTALL",
              new CommandOutcome.Failed("CONSOLE_NO_SESSION", "on purpose", false));
      case TENANT_SUSPENDED -> {
        stopsBefore(Act.INSTALL_TUNNEL);
        world.site.suspension = () -> Optional.of("Unpaid since May");
      }
      case GATEWAY_NOT_READY -> {
        world.site.gatewayOnline = false;
        world.order();
      }
      case NOT_STAGED -> answers("EnsureBoot INSTALL", BROKEN);
      case BMC_FAILED -> answersFirst("EnsureFreshStart", BROKEN);
      case BMC_NOT_ASKED -> leavesUnansweredFirst("EnsureFreshStart");
      case FOUND_ON -> {
        world.daemons.findServersOn();
        world.order();
      }
      case BOOT_DISTURBED -> {
        stopsBefore(Act.SHOW_KEY);
        world.run();
        disturbed();
      }
      case NOTHING_FETCHED -> stopsBefore(Act.FETCH_SCRIPT);
      case NOT_LOADED -> stopsBefore(Act.FETCH_INITRD);
      case NO_KEY -> stopsBefore(Act.ASK_INSTALL_CERTIFICATE);
      case NO_TUNNEL -> stopsBefore(Act.INSTALL_TUNNEL);
      case NOT_INSTALLED -> {
        world.daemons.server().failsIn = BeatPhase.PACKAGES;
        world.order();
      }
      case INSTALLER_SILENT -> stopsBefore(Act.SAY_INSTALLED);
      case WAY_LOST -> {
        stopsBefore(Act.PACKAGES);
        givesUpIn(BeatPhase.TUNNEL);
      }
      case BOOT_NOT_WITHDRAWN -> answersFirst("EnsureNoBoot", BROKEN);
      case TUNNEL_NOT_WITHDRAWN -> leavesUnansweredFirst("EnsureNoTunnel INSTALL");
      case NOT_BACK -> stopsBefore(Act.PRODUCTION_TUNNEL);
      case NOT_REACHED -> answers("EnsureReachable", BROKEN);
      case LENDER_NOT_CLOSED -> answers("EnsureGrants production-ike-out", BROKEN);
      case GATEWAY_NOT_CLOSED -> leavesUnansweredFirst("EnsureGrants production-ike-in");
    }
  }

  private void disturbed() {
    Fence fence = world.run(1).fence();
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new TokenProblem(
            UUID.randomUUID(),
            world.clock.instant(),
            fence,
            TokenMisuse.FOREIGN_DHCP_ANSWER,
            "52:54:00:00:00:99 192.0.2.99"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {
        "FETCH_KERNEL",
        "FETCH_INITRD",
        "ASK_INSTALL_CERTIFICATE",
        "INSTALL_TUNNEL",
        "PACKAGES",
        "ASK_PRODUCTION_CERTIFICATE",
        "SAY_INSTALLED",
        "PRODUCTION_TUNNEL"
      })
  void noImageThatStopsKeepsAServerOutOfThePool(Act act) {
    stopsBefore(act);
    world.run(LONG);

    assertBackInThePool();
  }

  @ParameterizedTest
  @EnumSource(
      value = BeatPhase.class,
      names = {"BOOTED", "KEY", "CERTIFICATE", "TUNNEL", "SETTINGS", "PRE", "PRODUCTION"})
  void noWordOfAnInstallerKeepsAServerOutOfThePoolOrBlamesTheLender(BeatPhase phase) {
    stopsBefore(Act.ASK_INSTALL_CERTIFICATE);
    givesUpIn(phase);
    world.run(LONG);

    assertBackInThePool();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EnsureTunnel INSTALL",
        "EnsureGrants install-ike-in",
        "EnsureNoTunnel INSTALL",
        "EnsureTunnel PRODUCTION",
        "EnsureReachable",
        "EnsureGrants production-ike-in"
      })
  void noSilenceOfAGatewayKeepsAServerOutOfThePoolOrBlamesTheLender(String command) {
    world.daemons.swallow(command);
    world.order();
    world.run(LONG);

    assertBackInThePool();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PORTAL_ERROR", "CONSOLE_NO_SESSION", "BMC_NO_SESSION", "POWER_STUCK"})
  void noCodeOfAGatewayKeepsAServerOutOfThePoolOrBlamesTheLender(String code) {
    answers("EnsureReachable", new CommandOutcome.Failed(code, "the lender did it", false));
    world.run(LONG);

    assertThat(world.run(1).failure().code()).isEqualTo(code);
    assertBackInThePool();
  }

  @Test
  void oneTenantsFailuresLeaveEveryServerToTheNext() {
    world.server(2);
    world.server(3);
    stopsBefore(Act.ASK_INSTALL_CERTIFICATE);
    world.run(LONG);

    assertThat(world.servers.lockFree(World.OFFER, 10)).hasSize(3);
  }

  private void assertBackInThePool() {
    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.run(1).failure().fault()).isNotIn(Fault.LENDER, Fault.HARDWARE);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  private void answers(String command, CommandOutcome outcome) {
    world.daemons.answer(command, outcome);
    world.order();
  }

  private void answersFirst(String command, CommandOutcome outcome) {
    world.daemons.answerFirst(1, command, outcome);
    world.order();
  }

  private void leavesUnansweredFirst(String command) {
    world.daemons.swallowFirst(command);
    world.order();
  }

  private void stopsBefore(Act act) {
    world.daemons.stopBefore(act);
    world.order();
  }

  private void givesUpIn(BeatPhase phase) {
    world.run();
    EnsureBoot boot = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0);
    world.daemons.server().beat(boot, phase, "");
    world.daemons.server().beat(boot, BeatPhase.FAILED, "the lender did it");
  }
}
