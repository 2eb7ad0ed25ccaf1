package org.yuzuri.portal.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.EventView;
import org.yuzuri.portal.state.SubjectKind;

/** Transfers, for pages and for the timer that drives them. Transaction: required. */
@Stateless
public class TransferService {

  @Inject TransferRepository transfers;
  @Inject TransferEngine engine;
  @Inject TransferPages pages;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject EventLog events;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Ids of transfers that are due, for the timer. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    return transfers.listDue(clock.instant(), limit);
  }

  /** Does what is next for a transfer that is due, unless another node is at it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void advance(long id) {
    Optional<Lease> lease = leases.lockedUnlessTaken(look(id).leaseId());
    if (lease.isEmpty()) {
      return;
    }
    Transfer transfer = transfers.findLocked(id).orElseThrow();
    Instant due = transfer.nextRunAt();
    if (due != null && !due.isAfter(clock.instant())) {
      engine.advance(lease.get(), transfer);
    }
  }

  /** The portal itself failed at a transfer: it is put off, and ended when its time is over. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void stumbled(long id) {
    Lease lease = leases.locked(look(id).leaseId());
    engine.stumbled(lease, transfers.findLocked(id).orElseThrow());
  }

  /** One transfer with everything that its page shows. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public TransferView view(long id) {
    Transfer transfer = look(id);
    return pages.whole(
        transfer, leases.lease(transfer.leaseId()), servers.server(transfer.serverId()));
  }

  /** The last transfer of a lease. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public Optional<TransferView> ofLease(long leaseId) {
    leases.lease(leaseId);
    return transfers.findLastOfLease(leaseId).map(this::row);
  }

  /** Transfers that the subject may see, newest first, without problems and logs. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public List<TransferView> list(int offset, int limit) {
    return transfers.list(offset, limit).stream().map(this::row).toList();
  }

  /** How many the subject may see. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public long count() {
    return transfers.count();
  }

  /** What happened to it, oldest first. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public List<EventView> history(long id) {
    look(id);
    return events.list(SubjectKind.TRANSFER, id);
  }

  /** The install plan with who set each line. */
  @RequiresPermissions(Permissions.SETTINGS_READ)
  public PlanView plan(long id) {
    TransferPlan plan =
        transfers.findPlan(look(id).id()).orElseThrow(() -> ProblemException.notFound("plan", id));
    return PlanView.of(plan.text(), plan.origins());
  }

  /** Calls a transfer off; its server is taken back. Harmless when it is over. */
  @RequiresPermissions(Permissions.TRANSFER_CONTROL)
  public void cancel(long id) {
    Lease lease = leases.locked(look(id).leaseId());
    leases.happened(
        lease, LeaseEvent.CANCEL, Cause.of(subject.actor(), clock.instant(), "CANCELLED"));
    audit.record("transfer.cancel", "transfer " + id, "");
  }

  private TransferView row(Transfer transfer) {
    return pages.row(
        transfer, leases.lease(transfer.leaseId()), servers.server(transfer.serverId()));
  }

  private Transfer look(long id) {
    return transfers.find(id).orElseThrow(() -> ProblemException.notFound("transfer", id));
  }
}
