package org.yuzuri.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.command.CommandState;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.enrolment.EnrolmentService;
import org.yuzuri.portal.agent.report.ReportListener;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.pki.DaemonCertificates;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Wiring;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;

class AgentLifeIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final List<Object> heard = new ArrayList<>();
  private final String fingerprint = Sha256.ofText(UUID.randomUUID().toString()).hex();
  private ReportingAgent agent;

  @BeforeEach
  void enrolAGateway() {
    long tenant = database.newTenant("Agents");
    Invitation invitation =
        database.as(tenant, Role.TENANT_ADMIN, w -> w.get(Agents.class).inviteGateway("G"));
    enrol(invitation.token(), DaemonKind.TENANT_GATEWAY, fingerprint);
    agent = portal(w -> w.get(ContactService.class).identify(fingerprint));
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

    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.TENANT_GATEWAY, "wrong-kind"))
        .hasMessageContaining("ENROLMENT_REFUSED");
    enrol(invitation.token(), DaemonKind.LENDER_AGENT, Sha256.ofText(invitation.token()).hex());
    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.LENDER_AGENT, "second"))
        .hasMessageContaining("ENROLMENT_REFUSED");
  }

  @Test
  void anOldTokenEnrolsNobody() {
    Invitation invitation = portal(w -> w.get(AgentService.class).inviteLenderAgent("Late"));
    database.clock().add(Duration.ofDays(3));

    assertThatThrownBy(() -> enrol(invitation.token(), DaemonKind.LENDER_AGENT, "late"))
        .hasMessageContaining("ENROLMENT_REFUSED");
  }

  @Test
  void aRevokedAgentIsUnknown() {
    portal(
        w -> {
          w.get(AgentService.class).revoke(agent.id());
          return null;
        });

    assertThatThrownBy(() -> portal(w -> w.get(ContactService.class).identify(fingerprint)))
        .hasMessageContaining("UNKNOWN_AGENT");
    assertThatThrownBy(() -> portal(w -> w.get(AgentService.class).inviteAgain(agent.id())))
        .hasMessageContaining("not revoked");
  }

  @Test
  void anAgentThatDoesNotCallIsNotedAsSilentOnce() {
    database.clock().add(Duration.ofMinutes(3));

    int noted = portal(w -> w.get(AgentService.class).noteSilent());
    int notedAgain = portal(w -> w.get(AgentService.class).noteSilent());
    assertThat(noted).isPositive();
    assertThat(notedAgain).isZero();
    assertThat(portal(w -> w.get(AgentService.class).view(agent.id())).online()).isFalse();

    portal(w -> w.get(ContactService.class).identify(fingerprint));
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
            UUID.randomUUID(), now(), new Fence(3, 7, 1), 1, BeatPhase.PACKAGES, 40, "half way");

    report(beat);
    report(beat);

    assertThat(heard).containsExactly(beat);
  }

  @Test
  void aHandledReportIsKnownForTwoWeeks() {
    Beat beat =
        new Beat(
            UUID.randomUUID(), now(), new Fence(3, 7, 1), 1, BeatPhase.PACKAGES, 40, "half way");
    report(beat);

    database.clock().add(Duration.ofDays(13));
    portal(w -> w.get(ReportService.class).forgetOld());
    report(beat);
    assertThat(heard).hasSize(1);

    database.clock().add(Duration.ofDays(2));
    portal(w -> w.get(ReportService.class).forgetOld());
    report(beat);
    assertThat(heard).hasSize(2);
  }

  @Test
  void anOutcomeAfterTheEndChangesNothingAndIsFlagged() {
    UUID command = enqueue();
    report(new CommandReport(UUID.randomUUID(), now(), command, new CommandOutcome.Done(Map.of())));

    report(
        new CommandReport(
            UUID.randomUUID(), now(), command, new CommandOutcome.Failed("NO", "late", false)));

    assertThat(state(command)).isEqualTo(CommandState.DONE);
    assertThat(heard).hasSize(1);
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
        database.as(
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

  private EnrolmentAnswer enrol(String token, DaemonKind kind, String print) {
    String ipsec = kind == DaemonKind.TENANT_GATEWAY ? Requests.fresh() : null;
    return database.asPortal(
        w ->
            w.with(DaemonCertificates.class, new FixedCertificate(print, now()))
                .get(EnrolmentService.class)
                .enrol(new EnrolmentRequest(new Secret(token), kind, Requests.fresh(), ipsec)));
  }

  private <T> T portal(java.util.function.Function<Wiring, T> work) {
    return database.asPortal(
        w -> work.apply(w.with(ReportListener.class, new RecordingListener(heard))));
  }

  private Instant now() {
    return database.clock().instant();
  }

  /** Certifies without the security directory's CA. */
  private static final class FixedCertificate extends DaemonCertificates {
    private final String print;
    private final Instant now;

    FixedCertificate(String print, Instant now) {
      this.print = print;
      this.now = now;
    }

    @Override
    public IssuedCertificate issue(String commonName, String csr) {
      String pem = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
      return new IssuedCertificate("1", pem, pem, print, now.plus(Duration.ofDays(90)));
    }
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
