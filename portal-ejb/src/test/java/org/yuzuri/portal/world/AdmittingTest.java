package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.IllegalEventException;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;

/** A server is admitted by a run: inspected, its port probed, its disks erased. */
class AdmittingTest {

  private static final CommandOutcome BROKEN =
      new CommandOutcome.Failed("BROKEN", "on purpose", false);

  private final World world = new World();
  private final Server server = world.enrolledServer(1);

  @Test
  void serverThatIsAsItShouldBeIsErasedAndLent() {
    admit();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(path())
        .containsExactly("INSPECTING", "ISOLATING", "ISOLATED", "WIPING", "AVAILABLE");
    assertItIsOff();
    world.order();
    world.run();
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  @Test
  void firstErasureIsItsRecord() {
    world.daemons.server().erasedBytes = 8L << 30;

    admit();

    assertThat(world.wipeRows.recordsOf(server.id()))
        .singleElement()
        .satisfies(record -> assertThat(record.leaseId()).isZero())
        .extracting(WipeRecordView::disks)
        .satisfies(disks -> assertThat(disks.get(0).sizeBytes()).isEqualTo(8L << 30));
    assertThat(server.disks().get(0).sizeBytes()).isEqualTo(8L << 30);
  }

  @Test
  void firstErasureIsHeldToTheBytesThatWereFound() {
    world.daemons.server().erasedBytes = (8L << 30) + 512;

    admit();

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure().code()).isEqualTo("DISKS_NOT_PROVEN_CLEAN");
    assertThat(server.failure().detail()).startsWith("DISK_LARGER: /dev/vda virtio-lent1");
    assertItIsOff();
  }

  @Test
  void serverThatIsNotAsEnteredIsErasedByNobodyAndSaysWhy() {
    world.daemons.server().memoryMib = 900;
    world.daemons.server().diskGib = 4;

    admit();

    assertIsNotAdmitted(
        "offer.memoryMib: 2048 > 900",
        "offer.diskGib: 8 > 4",
        "memoryMib: 2048 > 900",
        "disks: virtio-lent1 8 GiB > virtio-lent1 4 GiB");
  }

  @ParameterizedTest
  @EnumSource(ProbeKind.class)
  void serverWhosePortLetsAnythingThroughIsNotAdmitted(ProbeKind kind) {
    world.daemons.server().port.put(kind, ProbeOutcome.GOT_THROUGH);

    admit();

    assertIsNotAdmitted("through." + kind + ": 192.0.2.99 seen by the agent");
  }

  @ParameterizedTest
  @EnumSource(value = ProbeKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER_SERVER")
  void serverWhosePortCouldNotBeTriedIsNotAdmitted(ProbeKind kind) {
    world.daemons.server().port.put(kind, ProbeOutcome.NOT_TRIED);

    admit();

    assertIsNotAdmitted("NOT_TRIED: " + kind + " 192.0.2.99 seen by the agent");
  }

  @Test
  void serverWhoseNeighboursAreAllOffIsAdmitted() {
    world.daemons.server().port.put(ProbeKind.OTHER_SERVER, ProbeOutcome.NOT_TRIED);

    admit();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void refusedServerIsAdmittedOnceItIsAsItShouldBe() {
    world.daemons.server().port.put(ProbeKind.BMC, ProbeOutcome.GOT_THROUGH);
    admit();
    world.daemons.server().port.clear();

    admit();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(server.failure()).isNull();
  }

  @Test
  void serverThatOnlyIsToBeInspectedStaysOutOfThePool() {
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure()).isNull();
    assertNothingIsErased();
  }

  @Test
  void inspectionIsToldWhomToReach() {
    world.enrolledServer(2);
    world.servers.happened(world.enrolledServer(3), ServerEvent.RETIRE, world.cause("BY_HAND"));

    admit();

    EnsureBoot boot = boots(BootPurpose.INSPECT).get(0);
    assertThat(boot.facts().values())
        .containsEntry(BootFact.PROBE_NEIGHBOURS, "192.0.2.18")
        .containsEntry(BootFact.PROBE_BMCS, "127.0.0.1");
  }

  @Test
  void inspectionThatDoesNotTellOfItsPortFails() {
    world.daemons.omit(Act.REPORT_PORT);

    world.inspections.admit(server.id(), world.cause("BY_HAND"));
    world.run(Duration.ofMinutes(6));

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure().code()).isEqualTo("INSPECTION_SILENT");
    assertNothingIsErased();
  }

  @Test
  void serverThatCannotBeCutOffIsEnrolledAgain() {
    world.daemons.answer("EnsureGrants", BROKEN);

    admit();

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure().code()).isEqualTo("BROKEN");
    assertNothingIsErased();
  }

  @Test
  void serverWithoutAConsoleIsAdmittedByItsPort() {
    World other = new World();
    other.identity = Identity.PORT;
    Server blind = other.enrolledServer(1);

    other.inspections.admit(blind.id(), other.cause("BY_HAND"));
    other.run(Duration.ofMinutes(1));

    assertThat(blind.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void serverInMaintenanceComesBackByARun() {
    world.servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, world.word());
    world.servers.happened(server, ServerEvent.TAKE_OUT, world.cause("BY_HAND"));

    admit();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(server.waiver()).isNull();
  }

  @Test
  void serverThatIsInThePoolIsNotAdmittedAgain() {
    admit();

    assertThatThrownBy(this::admit).isInstanceOf(IllegalEventException.class);

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void wordIsShownForAsLongAsTheServerStaysInThePool() {
    world.servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, world.word());
    world.order();
    world.run();
    world.giveBack(1);
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(server.waiver().by()).isEqualTo("mika");
    assertThat(server.waiver().reason()).isEqualTo("it is a test's");

    world.servers.happened(server, ServerEvent.TAKE_OUT, world.cause("BY_HAND"));
    assertThat(server.waiver()).isNull();
  }

  @Test
  void serverThatNoLeaseHadIsErasedAndEnrolledWhenItIsReleased() {
    world.servers.happened(server, ServerEvent.QUARANTINE, world.cause("RESTORED_IN_DOUBT"));

    world.wipes.begin(server, WipeEnding.ENROLL, world.cause("RELEASED_BY_OPERATOR"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
  }

  @Test
  void serverWhoseReleaseWasNotProvenIsReleasedAgain() {
    world.servers.happened(server, ServerEvent.QUARANTINE, world.cause("RESTORED_IN_DOUBT"));
    world.daemons.server().verified = false;
    world.wipes.begin(server, WipeEnding.ENROLL, world.cause("RELEASED_BY_OPERATOR"));
    world.run();
    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    world.daemons.server().verified = true;

    world.wipes.begin(server, WipeEnding.ENROLL, world.cause("RELEASED_BY_OPERATOR"));
    world.run();

    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure()).isNull();
  }

  private void admit() {
    world.inspections.admit(server.id(), world.cause("BY_HAND"));
    world.run();
  }

  private void assertIsNotAdmitted(String... reasons) {
    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
    assertThat(server.failure().code()).isEqualTo("NOT_ADMITTED");
    assertThat(server.failure().fault()).isEqualTo(Fault.LENDER);
    assertThat(server.failure().detail().lines()).containsExactlyInAnyOrder(reasons);
    assertThat(world.inspectionRows.findLastOfServer(server.id()).orElseThrow().run().state())
        .isEqualTo(RunState.SUCCEEDED);
    assertNothingIsErased();
    assertItIsOff();
  }

  private void assertNothingIsErased() {
    assertThat(boots(BootPurpose.ERASE)).isEmpty();
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  private void assertItIsOff() {
    List<EnsurePower> power = world.outbox.sent(Site.LENDER_AGENT, EnsurePower.class);
    assertThat(power.get(power.size() - 1).power()).isEqualTo(PowerState.OFF);
  }

  private List<EnsureBoot> boots(BootPurpose purpose) {
    return world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).stream()
        .filter(boot -> boot.purpose() == purpose)
        .toList();
  }

  private List<String> path() {
    return world.events.changes(SubjectKind.SERVER).stream().map(Change::to).toList();
  }
}
