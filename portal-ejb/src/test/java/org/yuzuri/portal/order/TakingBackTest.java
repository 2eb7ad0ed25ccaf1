package org.yuzuri.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.SubjectKind;
import org.yuzuri.portal.wipe.WipeState;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.report.Erased;

class TakingBackTest {

  private final World world = new World();
  private Server server;
  private Order order;

  @BeforeEach
  void serverIsHandedOver() {
    server = world.server(1);
    order = world.order();
    world.run();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
  }

  @Test
  void gatewayThatIsGoneDoesNotHoldUpTheReturn() {
    world.daemons.kill(Site.GATEWAY_AGENT);

    world.giveBack(1);
    world.run(Duration.ofMinutes(2));

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CLOSED);
    assertThat(world.events.changes(SubjectKind.WIPE).get(0).cause().code())
        .isEqualTo("CUT_OFF_WITHOUT_GATEWAY");
  }

  @Test
  void nothingIsErasedBeforeTheLenderConfirmedTheCutOff() {
    world.daemons.kill(Site.LENDER_AGENT);

    world.giveBack(1);
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.RECLAIM_FAILED);
    assertThat(world.wipeRows.findLastOfLease(1).orElseThrow().state()).isEqualTo(WipeState.FAILED);
    assertThat(world.events.changes(SubjectKind.SERVER).stream().map(Change::to))
        .doesNotContain("WIPING");
  }

  @Test
  void diskThatIsNotReadBackKeepsTheServerOutUntilTheRetrySucceeds() {
    world.daemons.server().verified = false;
    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.RECLAIM_FAILED);

    world.daemons.server().verified = true;
    world.leases.happened(world.lease(1), LeaseEvent.RETRY, world.cause("RELEASED_BY_OPERATOR"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CLOSED);
  }

  @Test
  void retiringTheServerThatIsNotProvenCleanEndsItsOrder() {
    world.daemons.server().verified = false;
    world.giveBack(1);
    world.run();
    assertThat(order.state()).isEqualTo(OrderState.FULFILLED);

    world.wipeEngine.retire(world.lease(1), world.cause("BY_HAND"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.RETIRED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CLOSED);
    assertThat(order.state()).isEqualTo(OrderState.CLOSED);
  }

  @Test
  void serverThatIsLentCannotBeRetired() {
    assertThatThrownBy(() -> world.wipeEngine.retire(world.lease(1), world.cause("BY_HAND")))
        .hasMessageContaining("RETIRE");
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  @Test
  void eraserThatFallsSilentEndsTheRunWithoutPower() {
    world.daemons.omit(Act.REPORT_ERASED);

    world.giveBack(1);
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.problemCode()).isEqualTo("ERASER_SILENT");
  }

  @Test
  void eraserThatCannotBeStagedLeavesTheServerCutOff() {
    world.daemons.answer("EnsureBoot ERASE", new CommandOutcome.Failed("NO_ERASER", "no", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.problemDetail()).isEqualTo("no");
    assertThat(server.problemFault()).isEqualTo(Fault.LENDER);
  }

  @Test
  void serverThatCannotBeSwitchedOnForTheEraserIsAMatterOfItsHardware() {
    world.daemons.answer("EnsurePower ON", new CommandOutcome.Failed("BMC_SILENT", "no", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.problemFault()).isEqualTo(Fault.HARDWARE);
  }

  @Test
  void agentOfAnotherSiteCannotSayThatDisksAreClean() {
    world.daemons.omit(Act.REPORT_ERASED);
    world.giveBack(1);
    world.run();
    EnsureBoot boot = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);
    Erased report = world.daemons.server().erasure(boot);

    assertThatThrownBy(() -> world.reports.reported(ScriptedDaemons.OTHER_SITE, report))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NOT_FOUND");

    world.run();
    assertThat(server.state()).isEqualTo(ServerState.WIPING);
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void reportsThatComeAgainChangeNothing() {
    EnsureBoot boot = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0);
    world.giveBack(1);
    world.run();

    world.daemons.server().erased(boot);
    world.daemons.server().beat(boot, BeatPhase.INSTALLED, "");
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
    assertThat(world.events.changes(SubjectKind.WIPE))
        .filteredOn(change -> change.verdict() == Change.Judgement.STALE)
        .hasSize(1);
  }

  @Test
  void wipeAtWhichThePortalItselfFailsEndsByTheHardLimit() {
    world.daemons.kill(Site.LENDER_AGENT);
    world.giveBack(1);
    world.clock.pass(Duration.ofMinutes(5));

    world.wipeEngine.stumbled(world.lease(1), world.wipeRows.findLastOfLease(1).orElseThrow());

    assertThat(world.lease(1).problemCode()).isEqualTo("PORTAL_ERROR");
    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
  }

  @Test
  void bootTokenOpensNothingAfterTheInstallation() {
    EnsureBoot boot = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0);

    assertThatThrownBy(
            () -> world.requests.settings(ScriptedDaemons.LENDER, boot.token().reveal(), null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("BOOT_TOKEN_DEAD");
  }
}
