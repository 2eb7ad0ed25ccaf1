package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Sha256;

/** Beats and logs move a run only when the key signed them that its server showed. */
class SignedBeatsTest {

  private final World world = new World();
  private final Sha256 neighbour = ServerKey.fresh().fingerprint();

  @Test
  void failureThatTheServerDidNotSignEndsNothingAndIsAMatterOfSecurity() {
    EnsureBoot boot = upTo(Act.SAY_INSTALLED);

    beat(boot, 9999, BeatPhase.FAILED, null);
    beat(boot, 9999, BeatPhase.FAILED, neighbour);

    assertThat(world.run(1).isRunning()).isTrue();
    assertThat(world.run(1).beat().message()).isEqualTo("bash");
    assertThat(world.transferRows.problemCodes()).containsExactly("TOLD_BY_ANOTHER_KEY");
    assertThat(codesOfTheServer()).containsOnlyOnce("TOLD_BY_ANOTHER_KEY");
  }

  @Test
  void afterForgedBeatsTheServersOwnAreHeardAndItIsHandedOver() {
    EnsureBoot boot = upTo(Act.SAY_INSTALLED);
    beat(boot, Long.MAX_VALUE, BeatPhase.PACKAGES, neighbour);

    world.daemons.server().beat(boot, BeatPhase.INSTALLED, "done");

    assertThat(world.run(1).beat().message()).isEqualTo("done");
    assertThat(world.run(1).hasSeen("BEAT_INSTALLED")).isTrue();
  }

  @Test
  void forgedSuccessEndsNoInstallation() {
    EnsureBoot boot = upTo(Act.SAY_INSTALLED);

    beat(boot, 9999, BeatPhase.INSTALLED, neighbour);
    world.run();

    assertThat(world.run(1).hasSeen("BEAT_INSTALLED")).isFalse();
    assertThat(world.run(1).isRunning()).isTrue();
  }

  @Test
  void earlyFailureIsBelievedOfTheKeyThatTheConsoleHasShown() {
    EnsureBoot boot = upTo(Act.ASK_INSTALL_CERTIFICATE);
    Sha256 key = world.daemons.server().key(boot).fingerprint();

    beat(boot, 1, BeatPhase.FAILED, neighbour);
    assertThat(world.run(1).isRunning()).isTrue();

    beat(boot, 1, BeatPhase.FAILED, key);
    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.run(1).failure().code()).isEqualTo("INSTALLER_FAILED");
  }

  @Test
  void failureBeforeAnyKeyWasShownIsNobodys() {
    EnsureBoot boot = upTo(Act.SHOW_KEY);

    beat(boot, 1, BeatPhase.FAILED, neighbour);

    assertThat(world.run(1).isRunning()).isTrue();
  }

  @Test
  void eraserThatWasStartedAgainIsHeardFromItsFirstBeatOn() {
    Server server = world.server(1);
    world.daemons.omit(Act.REPORT_ERASED);
    world.order();
    world.run();
    world.giveBack(1);
    world.run();
    EnsureBoot boot = lastBoot();
    ServerKey afterItsRestart = ServerKey.fresh();
    beat(boot, 5000, BeatPhase.ERASING, world.daemons.server().key(boot).fingerprint());

    world.daemons.server().show(boot, afterItsRestart);
    beat(boot, 1, BeatPhase.VERIFYING, afterItsRestart.fingerprint());
    beat(boot, 5001, BeatPhase.FAILED, world.daemons.server().key(boot).fingerprint());

    assertThat(world.wipe(1).isRunning()).isTrue();
    assertThat(world.wipe(1).beat().phase()).isEqualTo("verifying");
    assertThat(server.state()).isEqualTo(ServerState.WIPING);
  }

  @Test
  void pieceOfALogThatTheServerDidNotSignIsNotKept() {
    EnsureBoot boot = upTo(Act.SAY_INSTALLED);
    int before = world.transferRows.logs().size();

    log(boot, neighbour);
    log(boot, null);
    assertThat(world.transferRows.logs()).hasSize(before);

    log(boot, world.daemons.server().key(boot).fingerprint());
    assertThat(world.transferRows.logs()).hasSize(before + 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = TokenMisuse.class,
      names = {"NOT_SIGNED", "SIGNED_BY_ANOTHER_KEY", "OUT_OF_ORDER"})
  void whatTheAgentRefusedIsToldAndFailsNothing(TokenMisuse misuse) {
    EnsureBoot install = upTo(Act.SAY_INSTALLED);
    refused(install, misuse);
    assertThat(world.transferRows.problemCodes()).containsExactly("TOKEN_" + misuse);
    assertThat(world.run(1).isRunning()).isTrue();
  }

  @Test
  void whatTheAgentRefusedOfAnEraserIsInTheServersHistoryOnce() {
    world.server(1);
    world.daemons.omit(Act.REPORT_ERASED);
    world.order();
    world.run();
    world.giveBack(1);
    world.run();

    refused(lastBoot(), TokenMisuse.NOT_SIGNED);
    refused(lastBoot(), TokenMisuse.SIGNED_BY_ANOTHER_KEY);

    assertThat(codesOfTheServer()).containsOnlyOnce("FORGED_BEATS");
    assertThat(world.wipe(1).isRunning()).isTrue();
  }

  @Test
  void serverThatIsKnownByItsPortIsBelievedAsTheAgentDoes() {
    world.identity = Identity.PORT;
    EnsureBoot boot = upTo(Act.SAY_INSTALLED);

    beat(boot, 9999, BeatPhase.INSTALLED, neighbour);
    world.run(Duration.ofSeconds(1));

    assertThat(world.run(1).hasSeen("BEAT_INSTALLED")).isTrue();
  }

  private EnsureBoot upTo(Act act) {
    world.server(1);
    world.daemons.stopBefore(act);
    world.order();
    world.run();
    return lastBoot();
  }

  private void beat(EnsureBoot boot, long number, BeatPhase phase, @Nullable Sha256 signedBy) {
    world.reports.reported(
        ScriptedDaemons.LENDER,
        world.daemons.server().beat(boot, number, phase, "forged", signedBy));
  }

  private void log(EnsureBoot boot, @Nullable Sha256 signedBy) {
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new InstallerLog(
            UUID.randomUUID(), world.clock.instant(), boot.fence(), 1, "line\n", signedBy));
  }

  private void refused(EnsureBoot boot, TokenMisuse misuse) {
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new TokenProblem(
            UUID.randomUUID(), world.clock.instant(), boot.fence(), misuse, "192.0.2.17"));
  }

  private List<String> codesOfTheServer() {
    return world.events.changes(SubjectKind.SERVER).stream()
        .map(Change::cause)
        .map(cause -> cause.code())
        .toList();
  }

  private EnsureBoot lastBoot() {
    List<EnsureBoot> boots = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class);
    return boots.get(boots.size() - 1);
  }
}
