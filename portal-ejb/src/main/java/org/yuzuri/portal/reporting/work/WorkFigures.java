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

/** How long work took and how it ended. Three statements. Transaction: the caller's. */
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
        tables.erasures(runs.stream().filter(run -> !isTransfer(run)).toList()));
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

  private static <T> TypedQuery<T> asked(Selection asked, TypedQuery<T> query) {
    return query
        .setParameter("begin", asked.begin())
        .setParameter("end", asked.end())
        .setParameter("offer", asked.offerId())
        .setParameter("tenant", asked.tenantId());
  }
}
