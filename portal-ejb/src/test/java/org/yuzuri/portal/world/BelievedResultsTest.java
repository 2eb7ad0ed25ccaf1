package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.inspection.Inspection;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.value.Sha256;

/** The eraser and the inspection are believed only with the key that their server has shown. */
class BelievedResultsTest {

  private final World world = new World();

  @BeforeEach
  void nothingIsReportedYet() {
    world.daemons.omit(Act.REPORT_ERASED);
    world.daemons.omit(Act.REPORT_FACTS);
    world.daemons.omit(Act.REPORT_PORT);
  }

  @Test
  void tenantsOwnSystemThatWasLeftRunningProvesNothing() {
    Server server = erasing();

    erased(null);

    assertNothingIsProven(server);
  }

  @Test
  void keyOfTheInstallationProvesNothingWhenItErases() {
    world.server(1);
    world.order();
    world.run();
    Sha256 installation = world.daemons.server().key(lastBoot()).fingerprint();
    world.giveBack(1);
    world.run();

    erased(installation);

    assertNothingIsProven(world.servers.server(1));
  }

  @Test
  void resultBeforeAnyKeyWasShownProvesNothing() {
    world.daemons.omit(Act.SHOW_ERASER_KEY);
    Server server = erasing();

    erased(world.daemons.server().key(lastBoot()).fingerprint());

    assertNothingIsProven(server);
  }

  @Test
  void eraserThatIsKnownByItsConsoleIsBelievedWhateverWasForgedBefore() {
    Server server = erasing();
    erased(null);
    erased(ServerKey.fresh().fingerprint());

    erased(world.daemons.server().key(lastBoot()).fingerprint());

    assertThat(world.wipe(1).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void inspectionOfAnotherIsNotBelieved() {
    Server server = world.enrolledServer(1);
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();

    inspected(ServerKey.fresh().fingerprint());

    Inspection inspection = world.inspectionRows.findLastOfServer(server.id()).orElseThrow();
    assertNotBelieved(inspection.run());
    assertThat(inspection.facts()).isNull();
  }

  @Test
  void inspectionThatIsNotSignedIsNotBelieved() {
    Server server = world.enrolledServer(1);
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();

    inspected(null);

    assertNotBelieved(world.inspectionRows.findLastOfServer(server.id()).orElseThrow().run());
  }

  @Test
  void portProbeOfAnotherIsNotBelieved() {
    Server server = world.enrolledServer(1);
    world.inspections.admit(server.id(), world.cause("BY_HAND"));
    world.run();
    world.reports.reported(ScriptedDaemons.LENDER, world.daemons.server().inspection(lastBoot()));

    world.reports.reported(
        ScriptedDaemons.LENDER,
        world.daemons.server().probed(lastBoot(), ServerKey.fresh().fingerprint()));
    world.run();

    assertNotBelieved(world.inspectionRows.findLastOfServer(server.id()).orElseThrow().run());
    assertThat(server.state()).isEqualTo(ServerState.INSPECTING);
  }

  private Server erasing() {
    Server server = world.server(1);
    world.order();
    world.run();
    world.giveBack(1);
    world.run();
    return server;
  }

  private void erased(@Nullable Sha256 signedBy) {
    world.reports.reported(
        ScriptedDaemons.LENDER, world.daemons.server().erasure(lastBoot(), signedBy));
    world.run();
  }

  private void inspected(@Nullable Sha256 signedBy) {
    Inspected seen = world.daemons.server().inspection(lastBoot());
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new Inspected(seen.reportId(), seen.at(), seen.fence(), seen.facts(), signedBy));
    world.run();
  }

  private void assertNothingIsProven(Server server) {
    assertNotBelieved(world.wipe(1));
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();

    world.run(Duration.ofHours(1));

    assertThat(world.wipe(1).failure().code()).isEqualTo("ERASER_SILENT");
    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
  }

  private void assertNotBelieved(Run run) {
    assertThat(run.isRunning()).isTrue();
    assertThat(world.events.changes(SubjectKind.SERVER))
        .extracting(change -> change.cause().code())
        .containsOnlyOnce("RESULT_OF_ANOTHER_KEY");
  }

  private EnsureBoot lastBoot() {
    List<EnsureBoot> boots = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class);
    return boots.get(boots.size() - 1);
  }
}
