package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a place for leases, whether it is the database or memory. */
public interface LeaseRepositoryContract {

  Instant END = Instant.parse("2026-03-01T10:00:00Z");

  Place place();

  @Test
  default void leaseIsFoundByItsIdAndByNoOther() {
    Place place = place();
    long id = place.newLease();

    for (long asked : List.of(id, Long.MAX_VALUE)) {
      boolean known = asked == id;
      assertThat(place.<Boolean>in(rows -> leases(rows).find(asked).isPresent())).isEqualTo(known);
      assertThat(place.<Boolean>in(rows -> leases(rows).findLocked(asked).isPresent()))
          .isEqualTo(known);
      assertThat(place.<Boolean>in(rows -> leases(rows).findUnlessTaken(asked).isPresent()))
          .isEqualTo(known);
    }
  }

  @Test
  default void leasesOfAnOrderAreListedByTheirIds() {
    Place place = place();
    long order = place.newOrder();
    long first = place.newLease(order, Place.NEVER);
    place.newLease();
    long second = place.newLease(order, Place.NEVER);

    assertThat(ofOrder(place, order)).containsExactly(first, second);
    assertThat(ofOrder(place, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  default void leaseIsExpiredFromItsEndUntilSomebodyBeginsToTakeItBack() {
    Place place = place();
    long order = place.newOrder();
    long starting = place.newLease(order, END);
    long active = place.newLease(order, END);
    long later = place.newLease(order, END.plusMillis(1));
    apply(place, active, LeaseEvent.HAND_OVER);

    assertThat(expired(place, END.minusMillis(1))).doesNotContain(starting, active, later);
    assertThat(expired(place, END)).containsSubsequence(starting, active).doesNotContain(later);
    assertThat(place.<List<Long>>in(rows -> leases(rows).listExpired(END, 1))).hasSize(1);

    apply(place, active, LeaseEvent.RETURN);
    apply(place, starting, LeaseEvent.CANCEL);
    apply(place, later, LeaseEvent.CANCEL);
    assertThat(expired(place, END)).doesNotContain(starting, active);
  }

  @Test
  default void leaseWhoseEndFailedIsPutOffLongerEachTimeAndComesAfterTheOthers() {
    Place place = place();
    long order = place.newOrder();
    long failing = place.newLease(order, END);
    long other = place.newLease(order, END);

    putOff(place, failing, END);
    assertThat(expired(place, END.plusSeconds(59))).contains(other).doesNotContain(failing);
    assertThat(expired(place, END.plusSeconds(60))).containsSubsequence(other, failing);

    putOff(place, failing, END.plusSeconds(60));
    assertThat(expired(place, END.plusSeconds(179))).doesNotContain(failing);
    assertThat(expired(place, END.plusSeconds(180))).contains(failing);

    for (int time = 0; time < 100; time++) {
      putOff(place, failing, END);
    }
    assertThat(expired(place, END.plusSeconds(3599))).doesNotContain(failing);
    assertThat(expired(place, END.plusSeconds(3600))).contains(failing);

    apply(place, failing, LeaseEvent.CANCEL);
    apply(place, other, LeaseEvent.CANCEL);
  }

  private static void putOff(Place place, long id, Instant now) {
    place.in(
        rows -> {
          leases(rows).findLocked(id).orElseThrow().putOffExpiry(now);
          return id;
        });
  }

  private static List<Long> ofOrder(Place place, long order) {
    return place.in(rows -> leases(rows).ofOrder(order).stream().map(Lease::id).toList());
  }

  private static List<Long> expired(Place place, Instant now) {
    return place.in(rows -> leases(rows).listExpired(now, 1000));
  }

  private static void apply(Place place, long id, LeaseEvent event) {
    Cause cause = Cause.of(Actor.system("trial"), END, "BY_HAND");
    place.in(rows -> leases(rows).findLocked(id).orElseThrow().apply(event, cause));
  }

  private static LeaseRepository leases(Place.Rows rows) {
    return rows.get(LeaseRepository.class);
  }
}
