package org.yuzuri.portal.state.event;

import java.util.List;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryEventsTest implements EventLogContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }

  @Override
  public List<String> events(Place.Rows rows, EventSubject subject) {
    return log(rows).changes(subject).stream().map(Change::event).toList();
  }

  @Override
  public int signals(Place.Rows rows, EventSubject subject) {
    return log(rows).signals(subject);
  }

  private static MemoryEvents log(Place.Rows rows) {
    return (MemoryEvents) rows.get(EventLog.class);
  }
}
