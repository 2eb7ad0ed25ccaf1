package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

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
  public Optional<Wipe> findByRun(long runId) {
    return newestFirst("id", runId).setMaxResults(1).getResultStream().findFirst();
  }

  @Override
  public Optional<Wipe> findLastOfLease(long leaseId) {
    return newestFirst("leaseId", leaseId).setMaxResults(1).getResultStream().findFirst();
  }

  @Override
  public List<Wipe> ofServer(long serverId) {
    return newestFirst("serverId", serverId).getResultList();
  }

  private TypedQuery<Wipe> newestFirst(String field, long value) {
    return em.createQuery(
            "select w from Wipe w join fetch w.run where w.run."
                + field
                + " = :value order by w.id desc",
            Wipe.class)
        .setParameter("value", value);
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
