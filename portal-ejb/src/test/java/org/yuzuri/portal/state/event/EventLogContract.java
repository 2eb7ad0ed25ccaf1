package org.yuzuri.portal.state.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a history, whether it is the database or memory. */
public interface EventLogContract {

  Place place();

  /** Events of the subject's changes, oldest first. */
  List<String> events(Place.Rows rows, EventSubject subject);

  /** How often pages were told to look at the subject again. */
  int signals(Place.Rows rows, EventSubject subject);

  @Test
  default void changesOfASubjectAreReadInTheirOrder() {
    Place place = place();
    EventSubject subject = subject(place);
    append(place, subject, "HAND_OVER");
    append(place, subject(place), "EXPIRE");
    append(place, subject, "RETURN");

    assertThat(place.<List<String>>in(rows -> events(rows, subject)))
        .containsExactly("HAND_OVER", "RETURN");
  }

  @Test
  default void pagesAreToldOfChangesAndOfTouches() {
    Place place = place();
    EventSubject subject = subject(place);
    append(place, subject, "HAND_OVER");
    place.in(
        rows -> {
          rows.get(EventLog.class).touch(subject);
          return subject;
        });

    assertThat(place.<Integer>in(rows -> signals(rows, subject))).isEqualTo(2);
    assertThat(place.<List<String>>in(rows -> events(rows, subject))).containsExactly("HAND_OVER");
  }

  private static EventSubject subject(Place place) {
    return new EventSubject(SubjectKind.LEASE, place.newLease(), place.tenant());
  }

  private static void append(Place place, EventSubject subject, String event) {
    Cause cause = Cause.of(Actor.system("trial"), Place.NEVER, "BY_HAND");
    Change change = new Change("BEFORE", event, "AFTER", Change.Judgement.MOVED, null, cause);
    place.in(
        rows -> {
          rows.get(EventLog.class).append(subject, change);
          return event;
        });
  }
}
