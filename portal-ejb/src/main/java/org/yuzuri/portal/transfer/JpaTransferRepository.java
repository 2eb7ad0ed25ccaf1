package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.row.RowLock;

/** Transfers in the database. */
@Dependent
class JpaTransferRepository implements TransferRepository {

  @PersistenceContext EntityManager em;

  @Override
  public void add(Transfer transfer) {
    em.persist(transfer);
  }

  @Override
  public void add(TransferPlan plan) {
    em.persist(plan);
  }

  @Override
  public void add(TransferProblem problem) {
    if (countProblems(problem.transferId()) < TransferProblem.MOST) {
      em.persist(problem);
    }
  }

  @Override
  public long countProblems(long transferId) {
    return em.createQuery(
            "select count(p) from TransferProblem p where p.transferId = :transfer", Long.class)
        .setParameter("transfer", transferId)
        .getSingleResult();
  }

  @Override
  public void add(LogChunk chunk) {
    if (isKnown(chunk)) {
      return;
    }
    em.persist(chunk);
    forgetTooMuch(chunk.transferId());
  }

  @Override
  public int forgetLogsOfLeasesOver(Instant before) {
    return em.createQuery(
            "delete from LogChunk c where c.receivedAt < :before and c.transferId in"
                + " (select t.id from Transfer t, Lease l where l.id = t.run.leaseId"
                + " and l.activeServerId is null and l.stateSince < :before)")
        .setParameter("before", before)
        .executeUpdate();
  }

  private void forgetTooMuch(long transferId) {
    List<Tuple> newestFirst =
        em.createQuery(
                "select c.id, length(c.text) from LogChunk c where c.transferId = :transfer"
                    + " order by c.id desc",
                Tuple.class)
            .setParameter("transfer", transferId)
            .getResultList();
    int characters = 0;
    int pieces = 0;
    for (Tuple piece : newestFirst) {
      characters += piece.get(1, Integer.class);
      pieces++;
      if (characters > LogChunk.MOST_CHARACTERS || pieces > LogChunk.MOST_PIECES) {
        forgetUpTo(transferId, piece.get(0, Long.class));
        return;
      }
    }
  }

  private void forgetUpTo(long transferId, long lastId) {
    em.createQuery("delete from LogChunk c where c.transferId = :transfer and c.id <= :last")
        .setParameter("transfer", transferId)
        .setParameter("last", lastId)
        .executeUpdate();
  }

  private boolean isKnown(LogChunk chunk) {
    return em.createQuery(
                "select count(c) from LogChunk c"
                    + " where c.transferId = :transfer and c.sequence = :sequence",
                Long.class)
            .setParameter("transfer", chunk.transferId())
            .setParameter("sequence", chunk.sequence())
            .getSingleResult()
        > 0;
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

  private TypedQuery<Transfer> query(String jpql) {
    return em.createQuery(jpql, Transfer.class);
  }
}
