package org.yuzuri.portal.agent.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.enrolment.EnrolmentService;
import org.yuzuri.portal.agent.enrolment.RenewalService;
import org.yuzuri.portal.agent.enrolment.TrustService;
import org.yuzuri.portal.agent.report.ReportIntake;
import org.yuzuri.portal.agent.report.ReportQuota;
import org.yuzuri.portal.agent.report.ServerRequestService;
import org.yuzuri.portal.agent.report.ServerRequests;
import org.yuzuri.portal.agent.report.TooManyReportsException;
import org.yuzuri.portal.agent.waiting.WaitingAgents;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.CertificateAnswer;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsAnswer;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Sha256;

/**
 * The calls of {@code docs/contracts.md} §2, without HTTP: identifies the daemon by its client
 * certificate, then works as the portal on its behalf. Begins no transaction itself.
 */
@ApplicationScoped
public class AgentEdge {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  @Inject AsSystem asSystem;
  @Inject ContactService contacts;
  @Inject EnrolmentService enrolments;
  @Inject RenewalService renewals;
  @Inject TrustService trust;
  @Inject ReportIntake intake;
  @Inject ReportQuota quota;
  @Inject ServerRequestService serverRequests;
  @Inject WaitingAgents waiting;

  /** Enrols a new daemon; the only call without a client certificate. */
  public EnrolmentAnswer enrol(EnrolmentRequest request) {
    return asSystem.call(Actor.system("enrolment"), () -> enrolments.enrol(request));
  }

  /**
   * The daemon that presents this certificate.
   *
   * @param certificate the TLS client certificate, or null when none was presented
   * @throws ProblemException UNKNOWN_AGENT
   */
  public ReportingAgent identify(@Nullable X509Certificate certificate) {
    String fingerprint = fingerprint(certificate);
    return asSystem.call(Actor.system("agent call"), () -> contacts.identify(fingerprint));
  }

  /**
   * Runs work of the portal on behalf of the daemon that presents this certificate: it must be a
   * lender agent.
   *
   * @throws ProblemException UNKNOWN_AGENT, WRONG_DAEMON
   */
  public <T> T asLenderAgent(
      @Nullable X509Certificate certificate, Function<ReportingAgent, T> work) {
    ReportingAgent agent = identify(certificate);
    if (agent.kind() != DaemonKind.LENDER_AGENT) {
      throw new ProblemException(
          AgentProblem.WRONG_DAEMON, "daemon", agent.kind(), DaemonKind.LENDER_AGENT.name());
    }
    return asSystem.call(agent.actor(), () -> work.apply(agent));
  }

  /**
   * The daemon's open commands behind {@code after}, and the epoch of the portal's books; when
   * there is none, the answer comes later.
   *
   * @param wait longest wait; cut to 25 seconds
   * @return empty when there was none until the end, or when the daemon has asked again meanwhile
   */
  public CompletionStage<CommandList> commands(
      @Nullable X509Certificate certificate, long after, Duration wait) {
    String fingerprint = fingerprint(certificate);
    Duration cut = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    return waiting.commands(
        () -> asSystem.call(Actor.system("agent call"), () -> contacts.identifyCaller(fingerprint)),
        after,
        cut);
  }

  /** Answers all that wait, with nothing: the portal ends, and they are to ask again. */
  public void endWaiting() {
    waiting.endAll();
  }

  /**
   * Takes the daemon's reports; those in the answer are not to be repeated.
   *
   * @param sentAt what the daemon's clock said when it sent them, however long they have waited;
   *     null when it does not tell
   * @throws ProblemException TOO_MANY_AT_ONCE, TOO_MANY_REPORTS: nothing was taken
   */
  public ReportsAccepted report(
      @Nullable X509Certificate certificate, ReportBatch batch, @Nullable Instant sentAt) {
    ReportingAgent agent = identify(certificate);
    count(agent, batch);
    if (sentAt != null) {
      asSystem.run(agent.actor(), () -> contacts.clockRead(agent.id(), sentAt));
    }
    List<UUID> accepted = new ArrayList<>();
    for (AgentReport report : batch.reports()) {
      if (intake.isTaken(agent, report)) {
        accepted.add(report.reportId());
      }
    }
    return new ReportsAccepted(accepted);
  }

  private void count(ReportingAgent agent, ReportBatch batch) {
    try {
      quota.count(agent, batch.reports().size());
    } catch (TooManyReportsException tooMany) {
      asSystem.run(agent.actor(), () -> contacts.slowedDown(agent.id()));
      throw tooMany;
    }
  }

  /** The daemon asks for its next certificates. */
  public RenewalAnswer renew(@Nullable X509Certificate certificate, RenewalRequest request) {
    ReportingAgent agent = identify(certificate);
    String fingerprint = fingerprint(certificate);
    return asSystem.call(agent.actor(), () -> renewals.renew(agent.id(), fingerprint, request));
  }

  /** The daemon asks whom to believe. */
  public TrustAnswer trust(@Nullable X509Certificate certificate) {
    ReportingAgent agent = identify(certificate);
    return asSystem.call(agent.actor(), () -> trust.trust(agent));
  }

  /** A leased server asks for the certificate of its throw-away key. */
  public CertificateAnswer certificate(
      @Nullable X509Certificate certificate, CertificateRequest request) {
    ServerRequests.CertificatePurpose purpose =
        ServerRequests.CertificatePurpose.valueOf(request.purpose().name());
    return asLenderAgent(
        certificate,
        agent ->
            new CertificateAnswer(
                serverRequests
                    .certificate(
                        agent, request.token().reveal(), purpose, request.csr(), request.vouch())
                    .textOrThrow()));
  }

  /** A leased server asks for its install plan. */
  public SettingsAnswer settings(@Nullable X509Certificate certificate, SettingsRequest request) {
    return asLenderAgent(
        certificate,
        agent ->
            new SettingsAnswer(
                serverRequests
                    .settings(agent, request.token().reveal(), request.request())
                    .textOrThrow()));
  }

  private static String fingerprint(@Nullable X509Certificate certificate) {
    if (certificate == null) {
      throw AgentProblem.unknownAgent();
    }
    try {
      return Sha256.ofBytes(certificate.getEncoded()).hex();
    } catch (CertificateEncodingException broken) {
      throw new ProblemException(
          AgentProblem.UNKNOWN_AGENT, "certificate", "unreadable", "X.509 in DER", broken);
    }
  }
}
