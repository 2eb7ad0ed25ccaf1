package org.yuzuri.portal.errand;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Errands in the database. */
@Dependent
class JpaErrandRepository implements ErrandRepository {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void add(Errand errand) {
    em.persist(errand);
  }

  @Override
  public List<Errand> list(long runId) {
    return em.createQuery("select e from Errand e where e.runId = :run order by e.id", Errand.class)
        .setParameter("run", runId)
        .getResultList();
  }

  @Override
  public Optional<Errand> findByCommand(UUID commandId) {
    return em.createQuery("select e from Errand e where e.commandId = :command", Errand.class)
        .setParameter("command", commandId.toString())
        .getResultStream()
        .findFirst();
  }
}
