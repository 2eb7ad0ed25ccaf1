package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.BootPart;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.TunnelPurpose;

/** Hears what servers, agents and gateways report about transfers, and lets the engine look. */
@ApplicationScoped
public class TransferReports {

  private final TransferRepository transfers;
  private final TransferEngine engine;
  private final Leases leases;
  private final ProblemBook problems;
  private final EventLog events;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected TransferReports() {
    this(null, null, null, null, null, null);
  }

  /** Hears for this engine. */
  @Inject
  public TransferReports(
      TransferRepository transfers,
      TransferEngine engine,
      Leases leases,
      ProblemBook problems,
      EventLog events,
      Clock clock) {
    this.transfers = transfers;
    this.engine = engine;
    this.leases = leases;
    this.problems = problems;
    this.events = events;
    this.clock = clock;
  }

  /** The server has fetched a part of its boot files. */
  public void fetched(ReportingAgent from, BootFetched report) {
    about(
        from,
        report.fence().leaseId(),
        (lease, transfer) -> fetched(lease, transfer, report.what()));
  }

  /** The installer has said how far it is. */
  public void beat(ReportingAgent from, Beat report) {
    about(from, report.fence().leaseId(), (lease, transfer) -> beat(lease, transfer, report));
  }

  /** A piece of the installer's log. */
  public void log(ReportingAgent from, InstallerLog report) {
    about(from, report.fence().leaseId(), (lease, transfer) -> log(transfer, report));
  }

  /** Somebody used the boot token wrongly. */
  public void problem(ReportingAgent from, TokenProblem report) {
    long leaseId = report.fence() == null ? 0 : report.fence().leaseId();
    about(from, leaseId, (lease, transfer) -> problem(transfer, report));
  }

  /** A tunnel of the lease is up, for the first time or again. */
  public void tunnelUp(ReportingAgent from, TunnelUp report) {
    about(from, report.fence().leaseId(), (lease, transfer) -> tunnelUp(lease, transfer, report));
  }

  /** A tunnel of the lease is gone; the tenant cannot reach its server until it is back. */
  public void tunnelDown(ReportingAgent from, TunnelDown report) {
    if (report.purpose() == TunnelPurpose.PRODUCTION) {
      about(
          from,
          report.fence().leaseId(),
          (lease, transfer) -> leases.tunnelIsDown(lease, clock.instant()));
    }
  }

  /**
   * What became of a command of this run: does what is next.
   *
   * @param note writes it down, under the lease's lock
   */
  public void commandEnded(long id, Runnable note) {
    Transfer look = transfers.find(id).orElseThrow();
    Lease lease = leases.locked(look.leaseId());
    Transfer transfer = transfers.findLocked(id).orElseThrow();
    note.run();
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
    if (up.purpose() == TunnelPurpose.PRODUCTION) {
      leases.tunnelIsUp(lease, clock.instant());
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
