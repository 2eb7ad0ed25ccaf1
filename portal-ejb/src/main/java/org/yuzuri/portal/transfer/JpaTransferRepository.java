package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.run.RunState;
import org.yuzuri.portal.state.RowLock;

/** Transfers in the database. */
@Dependent
class JpaTransferRepository implements TransferRepository {

  private static final String CURRENT_STEP =
      "(select p.name from Run q join q.steps p where q.id = r.id and index(p) ="
          + " (select max(index(b)) from Run c join c.steps b"
          + " where c.id = r.id and b.startedAt is not null))";

  private static final RowQuery<TransferRow, RunState> ROWS =
      new RowQuery<TransferRow, RunState>(
              TransferRow.class,
              "Transfer t join t.run r join Server s on s.id = r.serverId"
                  + " join Tenant n on n.id = t.tenantId",
              "t.id",
              "r.leaseId",
              "n.name",
              "s.name",
              "r.state",
              CURRENT_STEP,
              "r.failure.code",
              "r.startedAt")
          .searchedBy("s.name", "n.name", "r.failure.code")
          .orderedBy("t.id desc")
          .inStates("r.state", RunState.class, Set.of());

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void add(Transfer transfer) {
    em.persist(transfer);
  }

  @Override
  public void add(TransferPlan plan) {
    em.persist(plan);
  }

  @Override
  public void add(LogChunk chunk) {
    em.persist(chunk);
    em.createQuery("delete from LogChunk c where c.transferId = :transfer and c.sequence <= :old")
        .setParameter("transfer", chunk.transferId())
        .setParameter("old", chunk.sequence() - LogChunk.KEPT)
        .executeUpdate();
  }

  @Override
  public Optional<Transfer> find(long id) {
    return Optional.ofNullable(em.find(Transfer.class, id));
  }

  @Override
  public Optional<Transfer> findLocked(long runId) {
    return em.createQuery("select t.id from Transfer t where t.run.id = :run", Long.class)
        .setParameter("run", runId)
        .getResultStream()
        .findFirst()
        .flatMap(id -> RowLock.lock(em, Transfer.class, id));
  }

  @Override
  public Optional<Transfer> findLastOfLease(long leaseId) {
    return query(
            "select t from Transfer t join fetch t.run where t.run.leaseId = :lease order by t.id desc")
        .setParameter("lease", leaseId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Transfer> findByToken(String tokenHash) {
    return query("select t from Transfer t join fetch t.run where t.token.hash = :hash")
        .setParameter("hash", tokenHash)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<TransferPlan> findPlan(long transferId) {
    return Optional.ofNullable(em.find(TransferPlan.class, transferId));
  }

  @Override
  public Page<TransferRow> list(ListFilter<RunState> filter, PageRequest page) {
    return ROWS.page(em, filter, page);
  }

  @Override
  public List<TransferRow> ofOrder(long orderId) {
    return ROWS.page(
            em,
            ListFilter.none(),
            PageRequest.first(PageRequest.MOST),
            "r.leaseId in (select l.id from Lease l where l.orderId = :order)",
            Map.of("order", orderId))
        .rows();
  }

  @Override
  public List<LogChunk> log(long transferId) {
    return em.createQuery(
            "select c from LogChunk c where c.transferId = :transfer order by c.sequence",
            LogChunk.class)
        .setParameter("transfer", transferId)
        .getResultList();
  }

  @Override
  public List<TransferProblem> problems(long transferId) {
    return em.createQuery(
            "select p from TransferProblem p where p.transferId = :transfer order by p.id",
            TransferProblem.class)
        .setParameter("transfer", transferId)
        .getResultList();
  }

  private TypedQuery<Transfer> query(String jpql) {
    return em.createQuery(jpql, Transfer.class);
  }
}
