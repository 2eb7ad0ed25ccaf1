package org.yuzuri.portal.errand;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Errands in the database. */
@Dependent
class JpaErrandRepository implements ErrandRepository {

  @PersistenceContext EntityManager em;

  @Override
  public void add(ErrandRow errand) {
    em.persist(errand);
  }

  @Override
  public List<ErrandRow> list(long runId) {
    return em.createQuery(
            "select e from ErrandRow e where e.runId = :run order by e.id", ErrandRow.class)
        .setParameter("run", runId)
        .getResultList();
  }

  @Override
  public int forgetOfRunsEnded(Instant before) {
    return em.createQuery(
            "delete from ErrandRow e where e.runId in"
                + " (select r.id from Run r where r.endedAt < :before)")
        .setParameter("before", before)
        .executeUpdate();
  }

  @Override
  public Optional<ErrandRow> findByCommand(UUID commandId) {
    return em.createQuery("select e from ErrandRow e where e.commandId = :command", ErrandRow.class)
        .setParameter("command", commandId.toString())
        .getResultStream()
        .findFirst();
  }
}
