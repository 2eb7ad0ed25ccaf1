package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.inspection.Inspection;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.IllegalEventException;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.server.BeatPhase;

class InspectingTest {

  private final World world = new World();
  private final Server server = world.enrolledServer(1);

  @Test
  void enrolledServerSaysWhatItIsMadeOf() {
    inspect();
    world.run();

    assertThat(inspection().run().state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(inspection().run().steps())
        .allSatisfy(step -> assertThat(step.state()).isEqualTo(StepState.SUCCEEDED));
    assertThat(inspection().facts().cores()).isEqualTo(2);
    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertItIsOffAndBootsNothing();
  }

  @Test
  void inspectedServerIsHeldToTheBytesThatWereFound() {
    inspect();
    world.run();
    world.servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, world.word());
    world.order();
    world.run();
    world.daemons.server().erasedBytes = (8L << 30) + 512;

    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().detail())
        .isEqualTo("DISK_LARGER: /dev/vda virtio-lent1, 8589934592 B > 8589935104 B");
  }

  @Test
  void serverThatIsOnIsInspectedAllTheSame() {
    world.daemons.answer("EnsureFreshStart", new CommandOutcome.Done(Map.of("before", "ON")));

    inspect();
    world.run();

    assertThat(inspection().run().state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void serverThatNobodyHearsIsAMatterOfItsHardware() {
    world.daemons.omit(Act.INSPECT);
    world.daemons.omit(Act.REPORT_FACTS);
    world.daemons.omit(Act.REPORT_PORT);

    inspect();
    world.run(Duration.ofMinutes(6));

    assertThat(inspection().run().failure().code()).isEqualTo("INSPECTION_SILENT");
    assertThat(server.failure().fault()).isEqualTo(Fault.HARDWARE);
    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertItIsOffAndBootsNothing();
  }

  @Test
  void beatThatSaysInspectedIsNoReport() {
    world.daemons.omit(Act.REPORT_FACTS);
    inspect();
    world.run();

    world.daemons.server().beat(boot(), BeatPhase.INSPECTED, "");
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.INSPECTING);
    assertThat(inspection().facts()).isNull();
  }

  @Test
  void logOfTheInspectionIsTakenAndNotKept() {
    inspect();
    world.run();

    world.reports.reported(
        ScriptedDaemons.LENDER,
        new InstallerLog(
            UUID.randomUUID(),
            world.clock.instant(),
            boot().fence(),
            1,
            "looking at eth0",
            world.daemons.server().key(boot()).fingerprint()));

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
  }

  @Test
  void firstReportCounts() {
    inspect();
    world.run();

    world.daemons.server().diskGib = 9000;
    world.reports.reported(ScriptedDaemons.LENDER, world.daemons.server().inspection(boot()));

    assertThat(inspection().facts().disks().get(0).sizeBytes()).isEqualTo(8L << 30);
  }

  @Test
  void agentOfAnotherSiteIsNotBelieved() {
    world.daemons.omit(Act.REPORT_FACTS);
    inspect();
    world.run();

    assertThatThrownBy(
            () ->
                world.reports.reported(
                    ScriptedDaemons.OTHER_SITE, world.daemons.server().inspection(boot())))
        .hasMessageContaining("NOT_FOUND");
    assertThat(inspection().facts()).isNull();
  }

  @Test
  void serverThatCanBeOrderedIsNotInspected() {
    world.servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, world.word());

    assertThatThrownBy(this::inspect).isInstanceOf(IllegalEventException.class);

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.inspectionRows.findLastOfServer(server.id())).isEmpty();
  }

  @Test
  void inspectedServerIsAdmittedByAWordAndLent() {
    inspect();
    world.run();

    world.servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, world.word());
    world.order();
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  private void inspect() {
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
  }

  private Inspection inspection() {
    return world.inspectionRows.findLastOfServer(server.id()).orElseThrow();
  }

  private EnsureBoot boot() {
    return world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0);
  }

  private void assertItIsOffAndBootsNothing() {
    List<EnsurePower> power = world.outbox.sent(Site.LENDER_AGENT, EnsurePower.class);
    assertThat(power.get(power.size() - 1).power()).isEqualTo(PowerState.OFF);
    assertThat(world.outbox.sent(Site.LENDER_AGENT, EnsureNoBoot.class)).isNotEmpty();
  }
}
