package org.yuzuri.portal.state.event;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;

/** The log of events, as pages show it. */
@Dependent
public class History {

  @Inject CurrentSubject viewer;

  @PersistenceContext EntityManager em;

  /**
   * The subject's changes, oldest first; for a tenant without what tells of the datacenter's
   * inside. The caller has loaded the subject before.
   */
  public List<EventView> of(SubjectKind kind, long id) {
    return em.createQuery(
            "select e from StateEvent e where e.subjectKind = :kind and e.subjectId = :id"
                + " order by e.id",
            StateEvent.class)
        .setParameter("kind", kind)
        .setParameter("id", id)
        .getResultStream()
        .map(StateEvent::view)
        .map(view -> viewer.seesAllTenants() ? view : view.forTenant())
        .toList();
  }
}
