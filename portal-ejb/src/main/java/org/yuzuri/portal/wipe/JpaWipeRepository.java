package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.RowLock;

/** Wipes in the database. */
@Dependent
class JpaWipeRepository implements WipeRepository {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void add(Wipe wipe) {
    em.persist(wipe);
  }

  @Override
  public void add(WipeRecord record) {
    em.persist(record);
  }

  @Override
  public Optional<Wipe> find(long id) {
    return Optional.ofNullable(em.find(Wipe.class, id));
  }

  @Override
  public Optional<Wipe> findLocked(long id) {
    return RowLock.lock(em, Wipe.class, id);
  }

  @Override
  public Optional<Long> findOpenOfLease(long leaseId) {
    return em.createQuery(
            "select w.id from Wipe w where w.leaseId = :lease and w.endedAt is null", Long.class)
        .setParameter("lease", leaseId)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Wipe> findLastOfLease(long leaseId) {
    return em.createQuery(
            "select w from Wipe w where w.leaseId = :lease order by w.id desc", Wipe.class)
        .setParameter("lease", leaseId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Long> listDue(Instant now, int limit) {
    return em.createQuery(
            "select w.id from Wipe w where w.nextRunAt <= :now order by w.nextRunAt", Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<Wipe> ofServer(long serverId) {
    return em.createQuery(
            "select w from Wipe w where w.serverId = :server order by w.id desc", Wipe.class)
        .setParameter("server", serverId)
        .getResultList();
  }

  @Override
  public List<WipeRecordView> recordsOf(long serverId) {
    return em.createQuery(
            "select r from WipeRecord r where r.serverId = :server order by r.id desc",
            WipeRecord.class)
        .setParameter("server", serverId)
        .getResultStream()
        .map(WipeRecord::view)
        .toList();
  }
}
