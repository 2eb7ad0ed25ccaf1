package org.yuzuri.portal.state.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

/** The history in the database, which is chained besides. */
class EventLogIT implements EventLogContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }

  @Override
  public List<String> events(Place.Rows rows, EventSubject subject) {
    List<StateEvent> events =
        rows.get(EntityManager.class)
            .createQuery(
                "select e from StateEvent e where e.subjectKind = :kind and e.subjectId = :id"
                    + " order by e.id",
                StateEvent.class)
            .setParameter("kind", subject.kind())
            .setParameter("id", subject.id())
            .getResultList();
    String before = StateEvent.NO_HASH;
    for (StateEvent event : events) {
      assertThat(event.follows(before)).isTrue();
      before = event.hash();
    }
    return events.stream().map(event -> event.view().event()).toList();
  }

  @Override
  public int signals(Place.Rows rows, EventSubject subject) {
    return rows.get(EntityManager.class)
        .createQuery(
            "select count(s) from ChangeSignal s where s.subjectKind = :kind and s.subjectId = :id",
            Long.class)
        .setParameter("kind", subject.kind())
        .setParameter("id", subject.id())
        .getSingleResult()
        .intValue();
  }
}
