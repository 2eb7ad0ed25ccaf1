package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Wipes in the database. */
@Dependent
class JpaWipeRepository implements WipeRepository {

  @PersistenceContext EntityManager em;

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
    return newest("id", runId);
  }

  @Override
  public Optional<Wipe> findLastOfLease(long leaseId) {
    return newest("leaseId", leaseId);
  }

  private Optional<Wipe> newest(String field, long value) {
    return em.createQuery(
            "select w from Wipe w join fetch w.run where w.run."
                + field
                + " = :value order by w.id desc",
            Wipe.class)
        .setParameter("value", value)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
