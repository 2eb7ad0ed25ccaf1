package org.yuzuri.portal.transfer.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.LogChunk;
import org.yuzuri.portal.transfer.ProblemBook;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferNote;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/** Hears what only transfers are told: tunnels, logs, and boot tokens in wrong hands. */
@Dependent
public class TransferReports {

  private final TransferRepository transfers;
  private final RunReports runs;
  private final Leases leases;
  private final ProblemBook problems;
  private final EventLog events;
  private final Clock clock;

  /** Hears for these transfers. */
  @Inject
  public TransferReports(
      TransferRepository transfers,
      RunReports runs,
      Leases leases,
      ProblemBook problems,
      EventLog events,
      Clock clock) {
    this.transfers = transfers;
    this.runs = runs;
    this.leases = leases;
    this.problems = problems;
    this.events = events;
    this.clock = clock;
  }

  /** A piece of the installer's log; what the lender's own image logs is not kept. */
  public void log(LockedRun locked, InstallerLog report) {
    if (!locked.run().kind().equals(Transfer.KIND)) {
      return;
    }
    Transfer transfer = transfer(locked.run());
    transfers.add(new LogChunk(transfer, report.sequence(), report.text(), clock.instant()));
    events.touch(transfer.subject());
  }

  /** Somebody used the boot token wrongly. */
  public void problem(LockedRun locked, TokenProblem report) {
    Transfer transfer = transfer(locked.run());
    note(transfer, TransferNote.of(report.what()), report.source());
    events.touch(transfer.subject());
  }

  /** The server showed another key than the one that was certified. */
  public void otherKeySeen(LockedRun locked, KeySeen report) {
    if (locked.run().kind().equals(Transfer.KIND)) {
      Transfer transfer = transfer(locked.run());
      note(transfer, TransferNote.OTHER_KEY_SHOWN, report.key().hex());
      events.touch(transfer.subject());
    }
  }

  /** A beat or a piece of the log that came was not the server's own. */
  public void toldByAnother(LockedRun locked, @Nullable Sha256 signedBy) {
    if (locked.run().kind().equals(Transfer.KIND)) {
      Transfer transfer = transfer(locked.run());
      note(transfer, TransferNote.TOLD_BY_ANOTHER_KEY, signedBy == null ? "" : signedBy.hex());
      events.touch(transfer.subject());
    }
  }

  /** A tunnel of the lease is up, for the first time or again. */
  public void tunnelUp(LockedRun locked, TunnelUp report) {
    Lease lease = locked.ownLease();
    if (!report.virtualAddress().equals(lease.virtualAddress())) {
      String found = report.virtualAddress().text();
      note(transfer(locked.run()), TransferNote.WRONG_VIRTUAL_ADDRESS, found);
      return;
    }
    if (report.purpose() == TunnelPurpose.PRODUCTION) {
      leases.tunnelIsUp(lease, clock.instant());
    }
    Evidence evidence =
        report.purpose() == TunnelPurpose.INSTALL
            ? Evidence.INSTALL_TUNNEL_UP
            : Evidence.PRODUCTION_TUNNEL_UP;
    runs.saw(locked, evidence.name());
  }

  /** A tunnel of the lease is gone; the tenant cannot reach its server until it is back. */
  public void tunnelDown(LockedRun locked, TunnelDown report) {
    if (report.purpose() == TunnelPurpose.PRODUCTION) {
      leases.tunnelIsDown(locked.ownLease(), clock.instant());
    }
  }

  private Transfer transfer(Run run) {
    return transfers.findLocked(run.id()).orElseThrow();
  }

  private void note(Transfer transfer, TransferNote note, String detail) {
    problems.note(transfer.tenantId(), transfer.id(), note, detail);
  }
}
