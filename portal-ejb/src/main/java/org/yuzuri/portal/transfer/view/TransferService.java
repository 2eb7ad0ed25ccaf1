package org.yuzuri.portal.transfer.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferPlan;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.TransferView;

/** Transfers, for pages. Transaction: required. */
@Stateless
public class TransferService {

  @Inject TransferRepository transfers;
  @Inject TransferPages pages;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject TransferTimes times;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** One transfer with everything that its page shows. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public TransferView view(long id) {
    Transfer transfer = look(id);
    return pages.whole(
        transfer, leases.lease(transfer.leaseId()), servers.server(transfer.run().serverId()));
  }

  /** The last transfer of a lease. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public Optional<TransferRow> ofLease(long leaseId) {
    leases.lease(leaseId);
    return TransferRow.ALL
        .first(em, ListFilter.none(), 1, "r.leaseId = :lease", Map.of("lease", leaseId))
        .stream()
        .findFirst();
  }

  /** When the hand-over of a lease is expected; empty unless its transfer is at work. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public Optional<Instant> expectedHandOver(long leaseId) {
    long offer = servers.server(leases.lease(leaseId).serverId()).offerId();
    return transfers
        .findLastOfLease(leaseId)
        .filter(transfer -> transfer.run().isRunning())
        .map(
            transfer -> transfer.run().startedAt().plus(times.expected(transfer.imageId(), offer)));
  }

  /** Transfers that the subject may see, newest first. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public Page<TransferRow> list(ListFilter<RunState> filter, PageRequest page) {
    return TransferRow.ALL.page(em, filter, page);
  }

  /** Transfers of an order's servers, newest first. */
  @RequiresPermissions(Permissions.TRANSFER_READ)
  public List<TransferRow> ofOrder(long orderId) {
    return TransferRow.ALL.first(
        em,
        ListFilter.none(),
        PageRequest.MOST,
        "r.leaseId in (select l.id from Lease l where l.orderId = :order)",
        Map.of("order", orderId));
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

  private Transfer look(long id) {
    return transfers.find(id).orElseThrow(() -> ProblemException.notFound("transfer", id));
  }
}
