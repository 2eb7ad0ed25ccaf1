package org.yuzuri.portal.transfer.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.report.ServerRequests;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.run.Surroundings;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.ProblemBook;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferNote;
import org.yuzuri.portal.transfer.TransferProblemCode;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.wire.value.Sha256;

/** Answers what a leased server asks with its boot token. Transaction: the caller's. */
@Dependent
public class BootRequests implements ServerRequests {

  /**
   * As long as a server's certificate may hold: a lease may be extended, and no server asks for a
   * second one. It is revoked when the server is cut off.
   */
  private static final Duration PRODUCTION_LIFE = Duration.ofDays(397);

  private final TransferRepository transfers;
  private final Runs runs;
  private final RunReports reports;
  private final CertificateDesk certificates;
  private final ProblemBook problems;
  private final Surroundings surroundings;
  private final EventLog events;
  private final Clock clock;

  /** Answers for these transfers. */
  @Inject
  public BootRequests(
      TransferRepository transfers,
      Runs runs,
      RunReports reports,
      CertificateDesk certificates,
      ProblemBook problems,
      Surroundings surroundings,
      EventLog events,
      Clock clock) {
    this.transfers = transfers;
    this.runs = runs;
    this.reports = reports;
    this.certificates = certificates;
    this.problems = problems;
    this.surroundings = surroundings;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String certificate(
      ReportingAgent from,
      String token,
      CertificatePurpose purpose,
      String csr,
      @Nullable String vouch) {
    Opened opened = open(from, token);
    Transfer transfer = opened.transfer();
    boolean install = purpose == CertificatePurpose.INSTALL;
    refuseBefore(install ? StepName.POWER_ON : StepName.TUNNEL, transfer, purpose.name());
    if (install) {
      refuseKeyOfAnother(opened, csr);
    } else {
      refuseUnvouched(opened, csr, vouch);
    }
    String name = install ? transfer.installName() : transfer.productionName();
    Duration life =
        install ? Duration.between(clock.instant(), transfer.token().notAfter()) : PRODUCTION_LIFE;
    String chain = certificates.certify(transfer.tenantId(), name, csr, life);
    Evidence evidence = install ? Evidence.INSTALL_CERTIFICATE : Evidence.PRODUCTION_CERTIFICATE;
    transfer.run().shownKey().trust(clock.instant());
    reports.saw(opened.locked(), evidence.name());
    return chain;
  }

  /** The key has to be the one that the server showed on its own console. */
  private void refuseKeyOfAnother(Opened opened, String csr) {
    Run run = opened.locked().run();
    if (runs.identity(run) == Identity.PORT) {
      return;
    }
    Sha256 asking = certificates.keyOf(csr);
    Sha256 shown =
        run.shownKey()
            .fingerprint()
            .orElseThrow(
                () ->
                    new ProblemException(
                        TransferProblemCode.KEY_NOT_SEEN,
                        "csr",
                        asking.hex(),
                        "a key that the server has shown on its console"));
    if (!asking.equals(shown)) {
      throw noted(
          opened.transfer(),
          TransferNote.WRONG_KEY,
          TransferProblemCode.WRONG_KEY,
          asking.hex(),
          shown.hex());
    }
  }

  /** The installation key has to stand behind the key of the installed system. */
  private void refuseUnvouched(Opened opened, String csr, @Nullable String vouch) {
    Transfer transfer = opened.transfer();
    Sha256 asking = certificates.keyOf(csr);
    if (!certificates.vouches(transfer.tenantId(), transfer.installName(), csr, vouch)) {
      throw noted(
          transfer,
          TransferNote.NOT_VOUCHED,
          TransferProblemCode.NOT_VOUCHED,
          asking.hex(),
          "one that the installation key has signed");
    }
  }

  private ProblemException noted(
      Transfer transfer,
      TransferNote note,
      TransferProblemCode code,
      String found,
      String expected) {
    problems.note(transfer.tenantId(), transfer.id(), note, found);
    events.touch(transfer.subject());
    return new ProblemException(code, "csr", found, expected);
  }

  @Override
  public String settings(ReportingAgent from, String token, @Nullable String request) {
    Opened opened = open(from, token);
    Transfer transfer = opened.transfer();
    refuseBefore(StepName.POWER_ON, transfer, "SETTINGS");
    refuseSuspended(transfer);
    if (!transfer.hasSeen(Evidence.INSTALL_TUNNEL_UP)) {
      throw new ProblemException(
          TransferProblemCode.TUNNEL_NOT_REPORTED,
          "transfer",
          transfer.id(),
          "an installation tunnel that the tenant's gateway has reported");
    }
    if (transfer.hasSeen(Evidence.SETTINGS_SERVED) && !transfer.servedSettingsTo(request)) {
      problems.note(
          transfer.tenantId(), transfer.id(), TransferNote.SETTINGS_FETCHED_TWICE, from.name());
      throw new ProblemException(
          TransferProblemCode.SETTINGS_FETCHED_TWICE,
          "transfer",
          transfer.id(),
          "the first fetch, which was at "
              + transfer.run().seenAt(Evidence.SETTINGS_SERVED.name()).get());
    }
    transfer.serveSettingsTo(request, clock.instant());
    events.touch(transfer.subject());
    String plan = transfers.findPlan(transfer.id()).orElseThrow().text();
    return certificates.seal(transfer.tenantId(), transfer.installName(), plan);
  }

  /** The same answer to the same request is no new handing over. */
  private void refuseSuspended(Transfer transfer) {
    if (transfer.hasSeen(Evidence.SETTINGS_SERVED)) {
      return;
    }
    surroundings
        .suspension(transfer.tenantId())
        .ifPresent(
            why -> {
              throw new ProblemException(
                  TransferProblemCode.INSTALLS_SUSPENDED,
                  "tenant",
                  transfer.tenantId(),
                  "a tenant that is open");
            });
  }

  private Opened open(ReportingAgent from, String token) {
    Transfer look =
        transfers.findByToken(OneTimeToken.hashOf(token)).orElseThrow(BootRequests::dead);
    LockedRun locked = runs.locked(look.run().id());
    Transfer transfer = transfers.findLocked(locked.run().id()).orElseThrow(BootRequests::dead);
    if (!reports.isServedBy(from, locked) || !transfer.token().isAlive(clock.instant())) {
      problems.note(transfer.tenantId(), transfer.id(), TransferNote.BOOT_TOKEN_DEAD, from.name());
      throw dead();
    }
    return new Opened(transfer, locked);
  }

  private static void refuseBefore(StepName first, Transfer transfer, String what) {
    StepName current = transfer.currentStep();
    if (current.isBefore(first) || StepName.INSTALL.isBefore(current)) {
      throw new ProblemException(
          TransferProblemCode.NOT_IN_THIS_STEP, what, current, first + " to INSTALL");
    }
  }

  private static ProblemException dead() {
    return new ProblemException(
        TransferProblemCode.BOOT_TOKEN_DEAD, "token", "***", "the token of a running transfer");
  }

  /** A transfer that a token has opened, with its run locked. */
  private record Opened(Transfer transfer, LockedRun locked) {}
}
