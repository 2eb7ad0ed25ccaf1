package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.AgentKind;
import org.yuzuri.portal.agent.ReportListener;
import org.yuzuri.portal.agent.ReportedCommand;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.errand.Errand;
import org.yuzuri.portal.errand.ErrandDesk;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.SubjectKind;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.BootPart;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.TunnelPurpose;

/** Hears what servers, agents and gateways report about transfers, and lets the engine look. */
@ApplicationScoped
public class TransferReports implements ReportListener {

  private final TransferRepository transfers;
  private final TransferEngine engine;
  private final Leases leases;
  private final ErrandDesk desk;
  private final ProblemBook problems;
  private final EventLog events;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected TransferReports() {
    this(null, null, null, null, null, null, null);
  }

  /** Hears for this engine. */
  @Inject
  public TransferReports(
      TransferRepository transfers,
      TransferEngine engine,
      Leases leases,
      ErrandDesk desk,
      ProblemBook problems,
      EventLog events,
      Clock clock) {
    this.transfers = transfers;
    this.engine = engine;
    this.leases = leases;
    this.desk = desk;
    this.problems = problems;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void reported(ReportingAgent from, AgentReport report) {
    if (from.kind() == AgentKind.TENANT_GATEWAY) {
      if (report instanceof TunnelUp up) {
        about(from, up.fence().leaseId(), (lease, transfer) -> tunnelUp(lease, transfer, up));
      }
    } else if (report instanceof BootFetched fetched) {
      about(
          from,
          fetched.fence().leaseId(),
          (lease, transfer) -> fetched(lease, transfer, fetched.what()));
    } else if (report instanceof Beat beat) {
      about(from, beat.fence().leaseId(), (lease, transfer) -> beat(lease, transfer, beat));
    } else if (report instanceof InstallerLog log) {
      about(from, log.fence().leaseId(), (lease, transfer) -> log(transfer, log));
    } else if (report instanceof TokenProblem problem) {
      long leaseId = problem.fence() == null ? 0 : problem.fence().leaseId();
      about(from, leaseId, (lease, transfer) -> problem(transfer, problem));
    }
  }

  @Override
  public void commandReported(ReportingAgent from, ReportedCommand command) {
    Optional<Errand> errand =
        desk.find(command.id()).filter(found -> found.run().kind() == SubjectKind.TRANSFER);
    if (errand.isEmpty()) {
      return;
    }
    Transfer look = transfers.find(errand.get().run().id()).orElseThrow();
    Lease lease = leases.locked(look.leaseId());
    Transfer transfer = transfers.findLocked(look.id()).orElseThrow();
    desk.outcome(command.id(), command.outcome());
    engine.advance(lease, transfer);
  }

  /** Locks lease and transfer in this order. A lease without a transfer has nothing to hear. */
  private void about(ReportingAgent from, long leaseId, BiConsumer<Lease, Transfer> work) {
    Optional<Transfer> look = transfers.findLastOfLease(leaseId);
    if (look.isEmpty()) {
      throw ProblemException.notFound("lease", leaseId);
    }
    Lease lease = engine.locked(from, leaseId);
    work.accept(lease, transfers.findLocked(look.get().id()).orElseThrow());
  }

  private void fetched(Lease lease, Transfer transfer, BootPart part) {
    switch (part) {
      case SCRIPT -> saw(lease, transfer, Evidence.SCRIPT_FETCHED);
      case KERNEL -> saw(lease, transfer, Evidence.KERNEL_FETCHED);
      case INITRD -> saw(lease, transfer, Evidence.INITRD_FETCHED);
      case SETTINGS -> saw(lease, transfer, Evidence.SETTINGS_SERVED);
    }
  }

  private void tunnelUp(Lease lease, Transfer transfer, TunnelUp up) {
    if (!up.virtualAddress().equals(lease.virtualAddress())) {
      problems.note(
          transfer.tenantId(), transfer.id(), "WRONG_VIRTUAL_ADDRESS", up.virtualAddress().text());
      return;
    }
    saw(
        lease,
        transfer,
        up.purpose() == TunnelPurpose.INSTALL
            ? Evidence.INSTALL_TUNNEL_UP
            : Evidence.PRODUCTION_TUNNEL_UP);
  }

  private void saw(Lease lease, Transfer transfer, Evidence what) {
    if (transfer.state() == TransferState.RUNNING && transfer.saw(what, clock.instant())) {
      events.touch(transfer.subject());
      engine.advance(lease, transfer);
    }
  }

  private void beat(Lease lease, Transfer transfer, Beat beat) {
    boolean running = transfer.state() == TransferState.RUNNING;
    if (!running || !transfer.beat().take(beat, clock.instant())) {
      return;
    }
    events.touch(transfer.subject());
    if (beat.phase() == BeatPhase.FAILED) {
      engine.fail(
          lease,
          transfer,
          StepEvent.FAIL,
          InstallerFailure.of(transfer.beat().phase(), beat.message()));
      return;
    }
    if (beat.phase() == BeatPhase.INSTALLED) {
      transfer.saw(Evidence.INSTALLED, clock.instant());
    }
    engine.advance(lease, transfer);
  }

  private void log(Transfer transfer, InstallerLog log) {
    transfers.add(new LogChunk(transfer, log.sequence(), log.text(), clock.instant()));
    events.touch(transfer.subject());
  }

  private void problem(Transfer transfer, TokenProblem problem) {
    problems.note(transfer.tenantId(), transfer.id(), "TOKEN_" + problem.what(), problem.source());
    events.touch(transfer.subject());
  }
}
