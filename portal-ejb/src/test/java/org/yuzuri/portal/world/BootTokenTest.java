package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.report.ServerRequests.CertificatePurpose;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.DaemonKind;

class BootTokenTest {

  private final World world = new World();
  private String token;

  @BeforeEach
  void serverIsInstalling() {
    world.server(1);
    world.daemons.stopBefore(Act.PACKAGES);
    world.order();
    world.run();
    token = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class).get(0).token().reveal();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "ffffffffffffffffffffffffffffffff")
  void settingsAreGivenOnceAndTheSecondFetchIsNoted(String request) {
    assertThatThrownBy(() -> world.requests.settings(ScriptedDaemons.LENDER, token, request))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("SETTINGS_FETCHED_TWICE");
    assertThat(world.transferRows.problemCodes()).containsExactly("SETTINGS_FETCHED_TWICE");
  }

  @Test
  void requestWhoseAnswerWasLostIsAnsweredAgain() {
    assertThat(world.requests.settings(ScriptedDaemons.LENDER, token, ScriptedServer.REQUEST))
        .isNotEmpty();
    assertThat(world.transferRows.problemCodes()).isEmpty();
  }

  @Test
  void anotherAgentWithTheRightTokenIsRefused() {
    ReportingAgent other = new ReportingAgent(99, DaemonKind.LENDER_AGENT, 1, "other");

    assertThatThrownBy(
            () -> world.requests.certificate(other, token, CertificatePurpose.INSTALL, "csr", null))
        .hasMessageContaining("BOOT_TOKEN_DEAD");
  }

  @Test
  void tokenDiesWithItsWindow() {
    world.clock.add(Duration.ofDays(1));

    assertThatThrownBy(
            () ->
                world.requests.certificate(
                    ScriptedDaemons.LENDER, token, CertificatePurpose.PRODUCTION, "csr", null))
        .hasMessageContaining("BOOT_TOKEN_DEAD");
  }

  @Test
  void tokenDiesWithItsRun() {
    world.orders.cancel(world.lease(1).orderId(), world.cause("CANCELLED"));
    world.run();

    assertThatThrownBy(
            () -> world.requests.settings(ScriptedDaemons.LENDER, token, ScriptedServer.REQUEST))
        .hasMessageContaining("BOOT_TOKEN_DEAD");
  }

  @Test
  void unknownTokenAnswersAsADeadOne() {
    assertThatThrownBy(() -> world.requests.settings(ScriptedDaemons.LENDER, "unknown", null))
        .hasMessageContaining("BOOT_TOKEN_DEAD");
  }
}
