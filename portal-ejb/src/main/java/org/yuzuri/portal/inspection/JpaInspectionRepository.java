package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Inspections in the database. */
@Dependent
class JpaInspectionRepository implements InspectionRepository {

  @PersistenceContext EntityManager em;

  @Override
  public void add(Inspection inspection) {
    em.persist(inspection);
  }

  @Override
  public Optional<Inspection> findByRun(long runId) {
    return newest("id", runId);
  }

  @Override
  public Optional<Inspection> findLastOfServer(long serverId) {
    return newest("serverId", serverId);
  }

  private Optional<Inspection> newest(String field, long value) {
    return em.createQuery(
            "select i from Inspection i join fetch i.run where i.run."
                + field
                + " = :value order by i.id desc",
            Inspection.class)
        .setParameter("value", value)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
