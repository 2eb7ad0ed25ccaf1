package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.TokenMisuse;

/**
 * Another machine answers DHCP, or ARP in the agent's name, while a server boots: what it boots may
 * be that machine's, which can print a key of its own on the server's console.
 */
class DisturbedBootTest {

  private static final String DISTURBED = "BOOT_DISTURBED";
  private static final String WHO = "52:54:00:00:00:99 192.0.2.99";

  private final World world = new World();
  private final ServerKey neighbours = ServerKey.fresh();

  @ParameterizedTest
  @EnumSource(
      value = TokenMisuse.class,
      names = {"FOREIGN_DHCP_ANSWER", "AGENT_ADDRESS_CLAIMED"})
  void installationEndsBeforeAKeyIsCertified(TokenMisuse what) {
    EnsureBoot boot = installsUpTo(Act.SHOW_KEY);

    disturbed(boot, what);
    world.daemons.server().show(boot, neighbours);

    assertDisturbed(world.run(1));
    assertThat(world.transferRows.problemCodes()).containsExactly("TOKEN_" + what);
    assertThatThrownBy(() -> world.daemons.server().askInstall(boot, neighbours))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void erasureIsNotProvenByWhatAnotherMayHaveBooted() {
    world.daemons.omit(Act.SHOW_ERASER_KEY);
    Server server = erasing();
    EnsureBoot boot = lastBoot();

    disturbed(boot, TokenMisuse.FOREIGN_DHCP_ANSWER);
    world.daemons.server().show(boot, neighbours);

    assertThatThrownBy(() -> erased(boot, neighbours)).isInstanceOf(ProblemException.class);
    assertDisturbed(world.wipe(1));
    world.run(Duration.ofHours(1));
    assertThat(server.state()).isEqualTo(ServerState.WIPE_FAILED);
    assertThat(server.failure().code()).isEqualTo(DISTURBED);
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
  }

  @Test
  void eraserThatHadShownItsKeyGoesOnAndNoOtherKeyTakesItsPlace() {
    Server server = erasing();
    EnsureBoot boot = lastBoot();

    disturbed(boot, TokenMisuse.FOREIGN_DHCP_ANSWER);
    disturbed(boot, TokenMisuse.AGENT_ADDRESS_CLAIMED);
    world.daemons.server().show(boot, neighbours);
    erased(boot, neighbours);
    assertThat(world.wipe(1).isRunning()).isTrue();
    assertThat(world.wipeRows.recordsOf(server.id())).isEmpty();
    assertThat(codesOfTheServer())
        .containsOnlyOnce(DISTURBED)
        .containsOnlyOnce("OTHER_KEY_SHOWN")
        .containsOnlyOnce("RESULT_OF_ANOTHER_KEY");

    erased(boot, world.daemons.server().key(boot));

    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
  }

  @Test
  void keyThatIsShownAfterwardsIsNotCertifiedInTheOthersPlace() {
    EnsureBoot boot = installsUpTo(Act.ASK_INSTALL_CERTIFICATE);
    ServerKey own = world.daemons.server().key(boot);

    disturbed(boot, TokenMisuse.AGENT_ADDRESS_CLAIMED);
    world.daemons.server().show(boot, neighbours);

    assertThatThrownBy(() -> world.daemons.server().askInstall(boot, neighbours))
        .isInstanceOf(ProblemException.class);
    assertThat(world.daemons.server().askInstall(boot, own)).isNotEmpty();
    assertThat(world.run(1).isRunning()).isTrue();
  }

  @Test
  void installationThatHasItsCertificateGoesOn() {
    EnsureBoot boot = installsUpTo(Act.SAY_INSTALLED);

    disturbed(boot, TokenMisuse.FOREIGN_DHCP_ANSWER);

    assertThat(world.run(1).isRunning()).isTrue();
    assertThat(world.transferRows.problemCodes()).containsExactly("TOKEN_FOREIGN_DHCP_ANSWER");
  }

  @Test
  void inspectionEnds() {
    world.daemons.omit(Act.SHOW_INSPECTION_KEY);
    Server server = world.enrolledServer(1);
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();

    disturbed(lastBoot(), TokenMisuse.FOREIGN_DHCP_ANSWER);

    assertDisturbed(world.inspectionRows.findLastOfServer(server.id()).orElseThrow().run());
    assertThat(server.state()).isEqualTo(ServerState.ENROLLED);
  }

  @Test
  void ofAServerKnownByItsPortItCountsUntilItHasItsBootFiles() {
    world.identity = Identity.PORT;
    EnsureBoot boot = installsUpTo(Act.FETCH_INITRD);

    disturbed(boot, TokenMisuse.FOREIGN_DHCP_ANSWER);

    assertDisturbed(world.run(1));
  }

  @Test
  void ofAServerKnownByItsPortItIsNotedOnceItHasThem() {
    world.identity = Identity.PORT;
    EnsureBoot boot = installsUpTo(Act.ASK_INSTALL_CERTIFICATE);

    disturbed(boot, TokenMisuse.FOREIGN_DHCP_ANSWER);

    assertThat(world.run(1).isRunning()).isTrue();
  }

  @Test
  void afterTheRunsEndItChangesNothing() {
    Server server = world.server(1);
    world.order();
    world.run();

    disturbed(lastBoot(), TokenMisuse.FOREIGN_DHCP_ANSWER);

    assertThat(world.run(1).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  private EnsureBoot installsUpTo(Act act) {
    world.server(1);
    world.daemons.stopBefore(act);
    world.order();
    world.run();
    return lastBoot();
  }

  private Server erasing() {
    world.daemons.omit(Act.REPORT_ERASED);
    Server server = world.server(1);
    world.order();
    world.run();
    world.giveBack(1);
    world.run();
    return server;
  }

  private void disturbed(EnsureBoot boot, TokenMisuse what) {
    world.reports.reported(
        ScriptedDaemons.LENDER,
        new TokenProblem(UUID.randomUUID(), world.clock.instant(), boot.fence(), what, WHO));
  }

  private void erased(EnsureBoot boot, ServerKey signer) {
    world.reports.reported(
        ScriptedDaemons.LENDER, world.daemons.server().erasure(boot, signer.fingerprint()));
    world.run();
  }

  private static void assertDisturbed(Run run) {
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.failure().code()).isEqualTo(DISTURBED);
    assertThat(run.failure().detail()).contains(WHO);
  }

  private List<String> codesOfTheServer() {
    return world.events.changes(SubjectKind.SERVER).stream()
        .map(change -> change.cause().code())
        .toList();
  }

  private EnsureBoot lastBoot() {
    List<EnsureBoot> boots = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class);
    return boots.get(boots.size() - 1);
  }
}
