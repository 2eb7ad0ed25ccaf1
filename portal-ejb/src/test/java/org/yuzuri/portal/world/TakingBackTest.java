package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.server.BeatPhase;

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
    assertThat(world.events.changes(SubjectKind.SERVER))
        .filteredOn(change -> change.to().equals("ISOLATED"))
        .extracting(change -> change.cause().code())
        .containsExactly("CUT_OFF_WITHOUT_GATEWAY");
  }

  @Test
  void nothingIsErasedBeforeTheLenderConfirmedTheCutOff() {
    world.daemons.kill(Site.LENDER_AGENT);

    world.giveBack(1);
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.RECLAIM_FAILED);
    assertThat(world.wipe(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.events.changes(SubjectKind.SERVER).stream().map(Change::to))
        .doesNotContain("WIPING");
  }

  @Test
  void nothingIsErasedBeforeTheServersPortIsClosed() {
    world.daemons.answer("EnsurePort CLOSED", new CommandOutcome.Failed("BROKEN", "no", false));

    world.giveBack(1);
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(server.failure().fault()).isEqualTo(Fault.LENDER);
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

    world.wipes.retire(world.lease(1), world.cause("BY_HAND"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.RETIRED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CLOSED);
    assertThat(order.state()).isEqualTo(OrderState.CLOSED);
  }

  @Test
  void serverThatIsLentCannotBeRetired() {
    assertThatThrownBy(() -> world.wipes.retire(world.lease(1), world.cause("BY_HAND")))
        .hasMessageContaining("RETIRE");
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  @Test
  void eraserThatFallsSilentEndsTheRunWithoutPower() {
    world.daemons.omit(Act.REPORT_ERASED);

    world.giveBack(1);
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().code()).isEqualTo("ERASER_SILENT");
  }

  @Test
  void eraserThatWorksLongerThanTheServersDisksCanTakeIsEnded() {
    world.daemons.omit(Act.REPORT_ERASED);
    world.giveBack(1);
    world.run();

    eraserWorks(Duration.ofMinutes(65));
    assertThat(world.wipe(1).isRunning()).isTrue();
    eraserWorks(Duration.ofMinutes(5));

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().code()).isEqualTo("TOO_SLOW_ERASE");
  }

  private void eraserWorks(Duration time) {
    EnsureBoot eraser = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      world.daemons.server().beat(eraser, BeatPhase.ERASING, "/dev/vda");
      world.run(Duration.ofMinutes(1));
    }
  }

  @Test
  void diskThatShrankWhileItWasLentKeepsTheServerOut() {
    world.daemons.server().erasedBytes = 7L << 30;

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().code()).isEqualTo("DISKS_NOT_PROVEN_CLEAN");
    assertThat(server.failure().detail())
        .isEqualTo("DISK_SMALLER: /dev/vda virtio-lent1, 8 GiB > 7516192768 B");
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void eraserThatCannotBeStagedLeavesTheServerCutOff() {
    world.daemons.answer("EnsureBoot ERASE", new CommandOutcome.Failed("NO_ERASER", "no", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().detail()).isEqualTo("ERASER_BOOT: no");
    assertThat(server.failure().fault()).isEqualTo(Fault.LENDER);
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
    world.giveBack(1);
    world.run();
    EnsureBoot eraser = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);

    assertThatThrownBy(() -> world.daemons.server().erased(eraser))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("SUCCEEDED WITHDRAW");
    world.daemons.server().beat(eraser, BeatPhase.ERASING, "again");
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
  }

  @Test
  void secondErasureThatSaysOtherwiseIsRefusedWhileTheRunGoesOn() {
    world.daemons.omit(Act.REPORT_ERASED);
    world.giveBack(1);
    world.run();
    EnsureBoot eraser = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);
    world.daemons.server().erased(eraser);
    assertThat(world.wipe(1).isRunning()).isTrue();

    world.daemons.server().verified = false;
    assertThatThrownBy(() -> world.daemons.server().erased(eraser))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("RUNNING");

    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
    assertThat(world.wipe(1).failure()).isNull();
  }

  @Test
  void installerCannotSayThatDisksAreClean() {
    EnsureBoot installer = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0);
    world.daemons.omit(Act.REPORT_ERASED);
    world.giveBack(1);
    world.run();

    assertThatThrownBy(() -> world.daemons.server().erased(installer))
        .hasMessageContaining("NOT_FOUND");
    world.daemons.server().beat(installer, BeatPhase.ERASED, "");
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPING);
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void beatThatSaysErasedProvesNothing() {
    world.daemons.omit(Act.REPORT_ERASED);
    world.giveBack(1);
    world.run();
    EnsureBoot eraser = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);

    world.daemons.server().beat(eraser, BeatPhase.ERASED, "");
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPING);
  }

  @Test
  void wipeAtWhichThePortalItselfFailsEndsByTheHardLimit() {
    world.daemons.kill(Site.LENDER_AGENT);
    world.giveBack(1);
    world.clock.add(Duration.ofMinutes(5));

    world.runService.stumbled(world.wipe(1).id());

    assertThat(world.lease(1).failure().code()).isEqualTo("PORTAL_ERROR");
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
