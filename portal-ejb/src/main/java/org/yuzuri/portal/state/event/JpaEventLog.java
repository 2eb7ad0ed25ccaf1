package org.yuzuri.portal.state.event;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.state.Change;

/** The history in the database. The subject's row lock keeps its chain in one line. */
@Dependent
class JpaEventLog implements EventLog {

  @Inject Clock clock;
  @Inject CurrentSubject viewer;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void append(EventSubject subject, Change change) {
    em.persist(new StateEvent(subject, change, lastHash(subject)));
    touch(subject);
  }

  @Override
  public void touch(EventSubject subject) {
    em.persist(new ChangeSignal(subject, clock.instant()));
  }

  @Override
  public List<EventView> list(SubjectKind kind, long id) {
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

  private String lastHash(EventSubject subject) {
    return em.createQuery(
            "select e.hash from StateEvent e where e.subjectKind = :kind and e.subjectId = :id"
                + " order by e.id desc",
            String.class)
        .setParameter("kind", subject.kind())
        .setParameter("id", subject.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(StateEvent.NO_HASH);
  }
}
