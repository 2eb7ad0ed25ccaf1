package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cms.CMSException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.agent.report.ServerRequests.CertificatePurpose;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.ProblemKind;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.value.Fence;

/**
 * Somebody on the boot network has the boot token of a leased server, its address and its card. It
 * gets boot files, and nothing of the tenant's.
 */
class ConsoleProofTest {

  private static final String SPOOFERS_REQUEST = "ab".repeat(16);

  private final World world = new World();
  private final ServerKey spoofer = ServerKey.fresh();

  @Test
  void whoAsksBeforeTheServerHasShownItsKeyIsToldToWait() {
    EnsureBoot boot = bootedUpTo(Act.SHOW_KEY);

    refused(425, "KEY_NOT_SEEN", () -> server().askInstall(boot, spoofer));

    assertThat(world.certificates.names()).isEmpty();
    assertThat(world.run(1).current().message()).isEqualTo("KEY_SEEN");
  }

  @Test
  void whoAsksWithAnotherKeyThanTheServersIsRefusedAndTheServerGetsItsCertificate() {
    EnsureBoot boot = bootedUpTo(Act.ASK_INSTALL_CERTIFICATE);

    refused(403, "WRONG_KEY", () -> server().askInstall(boot, spoofer));

    assertThat(world.transferRows.problemCodes()).containsExactly("WRONG_KEY");
    assertThat(world.run(1).isRunning()).isTrue();
    assertThat(server().askInstall(boot, server().key(boot))).contains("CERTIFICATE");
    assertThat(world.transfer(1).currentStep()).isEqualTo(StepName.TUNNEL);
  }

  @Test
  void settingsWaitForTheTunnel() {
    EnsureBoot boot = bootedUpTo(Act.INSTALL_TUNNEL);

    refused(425, "TUNNEL_NOT_REPORTED", () -> settings(boot, SPOOFERS_REQUEST));

    server().tunnelUp(boot);
    assertThat(settings(boot, SPOOFERS_REQUEST)).isNotEmpty();
  }

  @Test
  void settingsAreReadableForTheServerAlone() throws CMSException {
    EnsureBoot boot = bootedUpTo(Act.FETCH_SETTINGS);

    String stolen = settings(boot, SPOOFERS_REQUEST);

    assertThatThrownBy(() -> spoofer.open(stolen)).isInstanceOf(CMSException.class);
    assertThat(server().key(boot).open(stolen)).isEqualTo("text\n");
    refused(410, "SETTINGS_FETCHED_TWICE", () -> settings(boot, ScriptedServer.REQUEST));
    assertThat(world.transferRows.problemCodes()).containsExactly("SETTINGS_FETCHED_TWICE");
  }

  @Test
  void requestThatIsRepeatedIsAnsweredWithTheSamePlanSealedAfresh() throws CMSException {
    EnsureBoot boot = bootedUpTo(Act.PACKAGES);

    String again = settings(boot, ScriptedServer.REQUEST);

    assertThat(again).isNotEqualTo(server().sealed);
    assertThat(server().key(boot).open(again)).isEqualTo(server().key(boot).open(server().sealed));
  }

  @Test
  void newestKeyCountsUntilOneIsCertified() {
    EnsureBoot boot = bootedUpTo(Act.ASK_INSTALL_CERTIFICATE);
    ServerKey afterItsRestart = ServerKey.fresh();

    server().show(boot, afterItsRestart);

    refused(403, "WRONG_KEY", () -> server().askInstall(boot, server().key(boot)));
    assertThat(server().askInstall(boot, afterItsRestart)).contains("CERTIFICATE");
  }

  @Test
  void keyThatIsShownAfterwardsIsKeptAsAProblemAndCertifiedNever() {
    EnsureBoot boot = bootedUpTo(Act.INSTALL_TUNNEL);

    server().show(boot, spoofer);
    server().show(boot, ServerKey.fresh());

    assertThat(world.transferRows.problemCodes()).containsExactly("OTHER_KEY_SHOWN");
    assertThat(world.events.changes(SubjectKind.SERVER))
        .filteredOn(change -> change.cause().code().equals("OTHER_KEY_SHOWN"))
        .extracting(Change::cause)
        .extracting("detail")
        .containsExactly(spoofer.fingerprint().hex());
    refused(403, "WRONG_KEY", () -> server().askInstall(boot, spoofer));
    assertThat(server().askInstall(boot, server().key(boot))).contains("CERTIFICATE");
  }

  @Test
  void keyOfARunThatIsOverChangesNothing() {
    EnsureBoot boot = bootedUpTo(Act.ASK_INSTALL_CERTIFICATE);
    world.giveBack(1);
    world.run();
    List<Object> before = List.of(world.events.signals());

    server().show(boot, spoofer);

    assertThat(world.run(1).shownKey().is(spoofer.fingerprint())).isFalse();
    assertThat(List.<Object>of(world.events.signals())).isEqualTo(before);
    assertThat(world.transferRows.problemCodes()).isEmpty();
  }

  @Test
  void keyOfAnotherHoldIsNotTheRuns() {
    EnsureBoot boot = bootedUpTo(Act.SHOW_KEY);
    Fence other =
        new Fence(boot.fence().serverId(), boot.fence().leaseId(), boot.fence().generation() + 1);

    assertThatThrownBy(
            () ->
                world.reports.reported(
                    ScriptedDaemons.LENDER,
                    new KeySeen(
                        UUID.randomUUID(), world.clock.instant(), other, spoofer.fingerprint())))
        .hasMessageContaining("NOT_FOUND");
    assertThat(world.run(1).shownKey().fingerprint()).isEmpty();
  }

  @Test
  void productionCertificateNeedsTheWordOfTheInstallationKey() {
    EnsureBoot boot = bootedUpTo(Act.ASK_PRODUCTION_CERTIFICATE);

    refused(403, "NOT_VOUCHED", () -> server().askProduction(boot, spoofer, spoofer));
    refused(403, "NOT_VOUCHED", () -> production(boot, spoofer.csr(), null));
    refused(
        403,
        "NOT_VOUCHED",
        () -> production(boot, spoofer.csr(), server().key(boot).signatureOf("another request")));
    refused(403, "NOT_VOUCHED", () -> production(boot, spoofer.csr(), "AAAA".repeat(8)));

    assertThat(world.transferRows.problemCodes()).hasSize(4).containsOnly("NOT_VOUCHED");
    assertThat(world.run(1).isRunning()).isTrue();
    assertThat(world.certificates.names()).containsExactly("lease-1-transfer-1");
    assertThat(server().askProduction(boot, ServerKey.fresh(), server().key(boot)))
        .contains("CERTIFICATE");
  }

  @ParameterizedTest
  @EnumSource(Identity.class)
  void requestThatNoServerMakesIsRefusedAndTheTransferGoesOn(Identity identity) {
    world.identity = identity;
    EnsureBoot boot = bootedUpTo(Act.ASK_INSTALL_CERTIFICATE);

    Requests.hostile()
        .forEach(
            (what, csr) ->
                assertThatThrownBy(() -> certificate(boot, CertificatePurpose.INSTALL, csr, null))
                    .as(what)
                    .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                            assertThat(problem.code().kind()).isEqualTo(ProblemKind.REFUSED)));

    assertThat(world.certificates.names()).isEmpty();
    assertThat(server().askInstall(boot, server().key(boot))).contains("CERTIFICATE");
  }

  @Test
  void serverThatIsKnownByItsPortGetsACertificateForTheFirstKeyThatAsks() {
    world.identity = Identity.PORT;
    EnsureBoot boot = bootedUpTo(Act.ASK_INSTALL_CERTIFICATE);

    assertThat(boot.console()).isNull();
    assertThat(world.run(1).current().message()).isEqualTo("INSTALL_CERTIFICATE");
    assertThatCode(() -> server().askInstall(boot, spoofer)).doesNotThrowAnyException();
  }

  @Test
  void serverThatIsKnownByItsPortIsLentAndTakenBackWithoutAConsole() {
    world.identity = Identity.PORT;
    world.server(1);
    world.order();
    world.run();
    world.giveBack(1);
    world.daemons.omit(Act.REPORT_ERASED);
    world.run();
    EnsureBoot boot = lastBoot();

    world.reports.reported(ScriptedDaemons.LENDER, server().erasure(boot, null));
    world.run();

    assertThat(world.wipe(1).state()).isEqualTo(RunState.SUCCEEDED);
  }

  private EnsureBoot bootedUpTo(Act act) {
    world.server(1);
    world.daemons.stopBefore(act);
    world.order();
    world.run();
    return lastBoot();
  }

  private EnsureBoot lastBoot() {
    List<EnsureBoot> boots = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class);
    return boots.get(boots.size() - 1);
  }

  private ScriptedServer server() {
    return world.daemons.server();
  }

  private String settings(EnsureBoot boot, String request) {
    return world.requests.settings(ScriptedDaemons.LENDER, boot.token().reveal(), request);
  }

  private String production(EnsureBoot boot, String csr, @Nullable String vouch) {
    return certificate(boot, CertificatePurpose.PRODUCTION, csr, vouch);
  }

  private String certificate(
      EnsureBoot boot, CertificatePurpose purpose, String csr, @Nullable String vouch) {
    return world.requests.certificate(
        ScriptedDaemons.LENDER, boot.token().reveal(), purpose, csr, vouch);
  }

  private static void refused(int status, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code().name()).isEqualTo(code);
              assertThat(problem.code().kind().status()).isEqualTo(status);
            });
  }
}
