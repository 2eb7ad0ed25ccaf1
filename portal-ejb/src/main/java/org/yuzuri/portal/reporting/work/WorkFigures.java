package org.yuzuri.portal.reporting.work;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Selection;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.wipe.Wipe;

/** How long work took and how it ended. Four statements. Transaction: the caller's. */
@Dependent
public class WorkFigures {

  /** Of what was asked for; of an erasure that no lease is behind, only without a tenant. */
  private static final String ASKED =
      " (:offer is null or s.offerId = :offer) and (:tenant is null or l.tenantId = :tenant)";

  @PersistenceContext EntityManager em;

  /** The figures of the page about work. */
  public List<FigureTable> tables(Selection asked) {
    List<EndedRun> runs = runs(asked);
    WorkTables tables = new WorkTables(asked.period());
    return List.of(
        tables.handOvers(handOvers(asked)),
        tables.steps(steps(asked)),
        tables.transfers(runs.stream().filter(run -> isTransfer(run)).toList()),
        tables.erasures(runs.stream().filter(run -> !isTransfer(run)).toList()),
        new FaultTable(asked).of(faults(asked)));
  }

  private static boolean isTransfer(EndedRun run) {
    return run.kind().equals(Transfer.KIND);
  }

  private List<HandedOver> handOvers(Selection asked) {
    return asked(
            asked,
            em.createQuery(
                "select new org.yuzuri.portal.reporting.work.HandedOver(o.placedAt,"
                    + " l.handedOverAt) from Lease l join PurchaseOrder o on o.id = l.orderId"
                    + " join Server s on s.id = l.serverId"
                    + " where l.handedOverAt >= :begin and l.handedOverAt < :end and"
                    + ASKED,
                HandedOver.class))
        .getResultList();
  }

  private List<StepTime> steps(Selection asked) {
    return asked(
            asked,
            em.createQuery(
                "select new org.yuzuri.portal.reporting.work.StepTime(p.name, p.startedAt,"
                    + " p.endedAt, r.endedAt) from Run r join r.steps p"
                    + " join Server s on s.id = r.serverId left join Lease l on l.id = r.leaseId"
                    + " where r.kind = :kind and r.state = :succeeded and p.state = :done"
                    + " and r.endedAt >= :begin and r.endedAt < :end and"
                    + ASKED,
                StepTime.class))
        .setParameter("kind", Transfer.KIND)
        .setParameter("succeeded", RunState.SUCCEEDED)
        .setParameter("done", StepState.SUCCEEDED)
        .getResultList();
  }

  private List<EndedRun> runs(Selection asked) {
    return asked(
            asked,
            em.createQuery(
                "select new org.yuzuri.portal.reporting.work.EndedRun(r.kind, r.state,"
                    + " r.startedAt, r.endedAt, r.failure.fault) from Run r"
                    + " join Server s on s.id = r.serverId left join Lease l on l.id = r.leaseId"
                    + " where r.kind in (:kinds) and r.endedAt >= :begin and r.endedAt < :end and"
                    + ASKED,
                EndedRun.class))
        .setParameter("kinds", Set.of(Transfer.KIND, Wipe.KIND))
        .getResultList();
  }

  /** Of leases that were had then. */
  private List<FaultSpan> faults(Selection asked) {
    return asked(
            asked,
            em.createQuery(
                "select new org.yuzuri.portal.reporting.work.FaultSpan(f.kind, f.leaseId, f.at,"
                    + " min(e.at), l.cutOffAt) from Lease l join LeaseFault f on f.leaseId = l.id"
                    + " join Server s on s.id = l.serverId left join LeaseFault e"
                    + " on e.leaseId = f.leaseId and e.cause = f.cause and e.began = false"
                    + " where f.began = true and f.at < :end"
                    + " and (e.id is null or e.at > :begin)"
                    + " and (l.cutOffAt is null or l.cutOffAt > :begin) and"
                    + ASKED
                    + " group by f.id, f.kind, f.leaseId, f.at, l.cutOffAt order by f.id",
                FaultSpan.class))
        .getResultList();
  }

  private static <T> TypedQuery<T> asked(Selection asked, TypedQuery<T> query) {
    return query
        .setParameter("begin", asked.begin())
        .setParameter("end", asked.end())
        .setParameter("offer", asked.offerId())
        .setParameter("tenant", asked.tenantId());
  }
}
