package org.yuzuri.portal.state.event;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.yuzuri.portal.state.Change;

/** The log in the database. The subject's row lock keeps its chain in one line. */
@Dependent
class JpaEventLog implements EventLog {

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  @Override
  public void append(EventSubject subject, Change change) {
    em.persist(new StateEvent(subject, change, lastHash(subject)));
    touch(subject);
  }

  @Override
  public void touch(EventSubject subject) {
    em.persist(new ChangeSignal(subject, clock.instant()));
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
