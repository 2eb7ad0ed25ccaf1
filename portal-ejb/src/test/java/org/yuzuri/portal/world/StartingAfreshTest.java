package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;

/** Servers that are started afresh, and who else may have switched them on. */
class StartingAfreshTest {

  private final World world = new World();
  private Server server;

  @BeforeEach
  void serverIsHandedOver() {
    server = world.server(1);
    world.order();
    world.run();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
  }

  @Test
  void serverThatAnAlarmSwitchedOnAfterItsReturnIsQuarantined() {
    world.daemons.findServersOn();

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(server.failure().code()).isEqualTo("FOUND_ON");
    assertThat(server.failure().fault()).isEqualTo(Fault.LENDER);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.RECLAIM_FAILED);
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void serverThatIsSwitchedOnWhileItIsStartedIsQuarantined() {
    world.daemons.answer("EnsureFreshStart", new CommandOutcome.Failed("FOUND_ON", "on", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(server.failure().code()).isEqualTo("FOUND_ON");
  }

  @Test
  void eraserOfAServerThatWasFoundOnProvesNothing() {
    world.daemons.findServersOn();
    world.giveBack(1);
    world.run();
    EnsureBoot eraser = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(1);

    assertThatThrownBy(() -> world.daemons.server().erased(eraser))
        .isInstanceOf(ProblemException.class);

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void serverThatIgnoresItsPowerButtonIsQuarantinedAndNotErased() {
    world.daemons.answer(
        "EnsurePower OFF", new CommandOutcome.Failed("POWER_STUCK", "still on", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(server.failure().code()).isEqualTo("POWER_STUCK");
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void startThatIsTriedAgainAfterTheBmcWasSilentIsNoServerFoundOn() {
    world.daemons.answerFirst(
        1, "EnsureFreshStart", new CommandOutcome.Failed("BMC_NO_SESSION", "no", true));

    world.giveBack(1);
    world.run(Duration.ofSeconds(30));

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void serverThatCannotBeSwitchedOnForTheEraserIsAMatterOfItsHardware() {
    world.daemons.answer("EnsureFreshStart", new CommandOutcome.Failed("BMC_SILENT", "no", false));

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().fault()).isEqualTo(Fault.HARDWARE);
  }

  @Test
  void freeServerThatIsFoundOnIsTheDatacentersMatterAndQuarantined() {
    world.giveBack(1);
    world.run();
    world.daemons.findServersOn();

    world.order();
    world.run();

    assertThat(world.run(2).failure().code()).isEqualTo("FOUND_ON");
    assertThat(world.run(2).failure().fault()).isEqualTo(Fault.LENDER);
    assertThat(world.lease(2).state()).isEqualTo(LeaseState.FAILED);
    assertThat(server.state()).isEqualTo(ServerState.QUARANTINED);
    assertThat(world.transfer(2).hasSeen(Evidence.INSTALL_TUNNEL_UP)).isFalse();
  }
}
