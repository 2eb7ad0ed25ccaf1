package org.yuzuri.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.portal.pki.key.FakeDaemonCertificates.fingerprint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.command.CommandState;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.enrolment.EnrolmentService;
import org.yuzuri.portal.agent.report.ReportListener;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

class AgentLifeIT {

  private static final List<Object> HEARD = new ArrayList<>();
  private static final PortalDatabase DATABASE =
      PortalDatabase.shared()
          .with(Portal.standIn(ReportListener.class, new RecordingListener(HEARD)));

  private final String csr = Requests.fresh();
  private ReportingAgent agent;

  @BeforeEach
  void enrolAGateway() {
    HEARD.clear();
    long tenant = DATABASE.newTenant("Agents");
    Invitation invitation =
        DATABASE.as(tenant, Role.TENANT_ADMIN, w -> w.get(Agents.class).inviteGateway("G"));
    enrol(invitation.token(), DaemonKind.TENANT_GATEWAY, csr);
    agent = portal(w -> w.get(ContactService.class).identify(fingerprint(csr)));
  }

  @Test
  void anEnrolledAgentIsKnownByItsCertificate() {
    assertThat(agent.kind()).isEqualTo(DaemonKind.TENANT_GATEWAY);
    assertThatThrownBy(() -> portal(w -> w.get(ContactService.class).identify("another")))
        .hasMessageContaining("UNKNOWN_AGENT");
  }

  @Test
  void aTokenEnrolsOnceAndOnlyItsOwnKindOfDaemon() {
    Invitation invitation = portal(w -> w.get(AgentService.class).inviteLenderAgent("Site"));

    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.TENANT_GATEWAY, Requests.fresh()))
        .hasMessageContaining("ENROLMENT_REFUSED");
    enrol(invitation.token(), DaemonKind.LENDER_AGENT, Requests.fresh());
    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.LENDER_AGENT, Requests.fresh()))
        .hasMessageContaining("ENROLMENT_REFUSED");
  }

  @Test
  void operatorsGiveLenderAgentsNewTokensAndGatewaysNone() {
    Invitation first = operator(w -> w.get(AgentService.class).inviteLenderAgent("Anew"));

    Invitation again = operator(w -> w.get(AgentService.class).inviteAgain(first.agentId()));

    enrol(again.token(), DaemonKind.LENDER_AGENT, Requests.fresh());
    assertThatThrownBy(() -> operator(w -> w.get(AgentService.class).inviteAgain(agent.id())))
        .hasMessageContaining("a lender agent");
  }

  @Test
  void anOldTokenEnrolsNobody() {
    Invitation invitation = portal(w -> w.get(AgentService.class).inviteLenderAgent("Late"));
    DATABASE.clock().add(Duration.ofDays(3));

    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.LENDER_AGENT, Requests.fresh()))
        .hasMessageContaining("ENROLMENT_REFUSED");
  }

  @Test
  void aRevokedAgentIsUnknown() {
    portal(
        w -> {
          w.get(AgentService.class).revoke(agent.id());
          return null;
        });

    assertThatThrownBy(() -> portal(w -> w.get(ContactService.class).identify(fingerprint(csr))))
        .hasMessageContaining("UNKNOWN_AGENT");
    assertThatThrownBy(() -> portal(w -> w.get(Agents.class).inviteAgain(agent.id())))
        .hasMessageContaining("not revoked");
  }

  @Test
  void anAgentThatDoesNotCallIsNotedAsSilentOnce() {
    DATABASE.clock().add(Duration.ofMinutes(3));

    int noted = portal(w -> w.get(AgentService.class).noteSilent());
    int notedAgain = portal(w -> w.get(AgentService.class).noteSilent());
    assertThat(noted).isPositive();
    assertThat(notedAgain).isZero();
    assertThat(portal(w -> w.get(AgentService.class).view(agent.id())).online()).isFalse();

    portal(w -> w.get(ContactService.class).identify(fingerprint(csr)));
    assertThat(portal(w -> w.get(AgentService.class).view(agent.id())).online()).isTrue();
  }

  @Test
  void commandsComeInOrderUntilTheyHaveAnOutcome() {
    UUID first = enqueue();
    UUID second = enqueue();

    assertThat(openIds(0)).containsExactly(first, second);
    assertThat(openIds(1)).containsExactly(second);

    report(new CommandReport(UUID.randomUUID(), now(), first, new CommandOutcome.Running()));
    assertThat(openIds(0)).containsExactly(first, second);

    report(new CommandReport(UUID.randomUUID(), now(), first, new CommandOutcome.Done(Map.of())));
    assertThat(openIds(0)).containsExactly(second);
  }

  @Test
  void aRepeatedReportIsHeardOnce() {
    Beat beat =
        new Beat(
            UUID.randomUUID(),
            now(),
            new Fence(3, 7, 1),
            1,
            BeatPhase.PACKAGES,
            40,
            "half way",
            null);

    report(beat);
    report(beat);

    assertThat(HEARD).containsExactly(beat);
  }

  @Test
  void aHandledReportIsKnownForTwoWeeks() {
    Beat beat =
        new Beat(
            UUID.randomUUID(),
            now(),
            new Fence(3, 7, 1),
            1,
            BeatPhase.PACKAGES,
            40,
            "half way",
            null);
    report(beat);

    DATABASE.clock().add(Duration.ofDays(13));
    portal(w -> w.get(ReportService.class).forgetOld());
    report(beat);
    assertThat(HEARD).hasSize(1);

    DATABASE.clock().add(Duration.ofDays(2));
    portal(w -> w.get(ReportService.class).forgetOld());
    report(beat);
    assertThat(HEARD).hasSize(2);
  }

  @Test
  void anOutcomeAfterTheEndChangesNothingAndIsFlagged() {
    UUID command = enqueue();
    report(new CommandReport(UUID.randomUUID(), now(), command, new CommandOutcome.Done(Map.of())));

    report(
        new CommandReport(
            UUID.randomUUID(), now(), command, new CommandOutcome.Failed("NO", "late", false)));

    assertThat(state(command)).isEqualTo(CommandState.DONE);
    assertThat(HEARD).hasSize(1);
    assertThat(
            portal(w -> w.get(AgentService.class).listFlaggedReports(agent.id(), 1))
                .get(0)
                .disposition())
        .isEqualTo("LATE");
  }

  @Test
  void nobodyReportsForAnothersCommand() {
    UUID command = enqueue();
    long other = portal(w -> w.get(AgentService.class).inviteLenderAgent("Other").agentId());
    ReportingAgent mallory = new ReportingAgent(other, DaemonKind.LENDER_AGENT, 1, "mallory");

    assertThatThrownBy(
            () ->
                portal(
                    w -> {
                      w.get(ReportService.class)
                          .accept(
                              mallory,
                              new CommandReport(
                                  UUID.randomUUID(),
                                  now(),
                                  command,
                                  new CommandOutcome.Done(Map.of())));
                      return null;
                    }))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("FOREIGN_COMMAND");
    assertThat(state(command)).isEqualTo(CommandState.QUEUED);
  }

  @Test
  void aWithdrawnCommandIsNoLongerGivenOut() {
    UUID command = enqueue();

    portal(
        w -> {
          w.get(CommandQueue.class).withdraw(7);
          return null;
        });

    assertThat(openIds(0)).doesNotContain(command);
  }

  @Test
  void aTenantsTransactionMayQueueForTheLendersAgent() {
    long lender = portal(w -> w.get(AgentService.class).inviteLenderAgent("Lender").agentId());

    UUID command =
        DATABASE.as(
            agent.tenantId(),
            Role.ORDERER,
            w -> w.get(CommandQueue.class).enqueue(lender, command()));

    assertThat(openIds(lender, 0)).containsExactly(command);
  }

  private UUID enqueue() {
    return portal(w -> w.get(CommandQueue.class).enqueue(agent.id(), command()));
  }

  private EnsureNoBoot command() {
    return new EnsureNoBoot(
        UUID.randomUUID(),
        now().plusSeconds(600),
        new Fence(3, 7, 1),
        new MacAddress("52:54:00:00:00:11"));
  }

  private CommandState state(UUID command) {
    return portal(w -> w.get(CommandQueue.class).results(List.of(command)).get(command).state());
  }

  private List<UUID> openIds(long after) {
    return openIds(agent.id(), after);
  }

  private List<UUID> openIds(long of, long after) {
    return portal(w -> w.get(ContactService.class).openCommands(of, after)).stream()
        .map(open -> open.command().id())
        .toList();
  }

  private void report(AgentReport report) {
    portal(
        w -> {
          w.get(ReportService.class).accept(agent, report);
          return null;
        });
  }

  private EnrolmentAnswer enrol(String token, DaemonKind kind, String wanted) {
    String ipsec = kind == DaemonKind.TENANT_GATEWAY ? Requests.fresh() : null;
    return portal(
        w ->
            w.get(EnrolmentService.class)
                .enrol(new EnrolmentRequest(new Secret(token), kind, wanted, ipsec)));
  }

  private static <T> T operator(Function<Portal, T> work) {
    return DATABASE.as(Tenants.LENDER, Role.OPERATOR, work);
  }

  private <T> T portal(Function<Portal, T> work) {
    return DATABASE.asPortal(work);
  }

  private Instant now() {
    return DATABASE.clock().instant();
  }

  /** Writes down what it hears. */
  private static final class RecordingListener implements ReportListener {
    private final List<Object> heard;

    RecordingListener(List<Object> heard) {
      this.heard = heard;
    }

    @Override
    public void reported(ReportingAgent from, AgentReport report) {
      heard.add(report);
    }

    @Override
    public void commandReported(ReportingAgent from, ReportedCommand command) {
      heard.add(command);
    }
  }
}
