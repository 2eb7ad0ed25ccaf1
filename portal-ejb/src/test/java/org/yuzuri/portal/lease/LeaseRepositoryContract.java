package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a place for leases, whether it is the database or memory. */
public interface LeaseRepositoryContract {

  Duration HOUR = Duration.ofHours(1);

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
    long first = place.newLease(order);
    place.newLease();
    long second = place.newLease(order);

    assertThat(ofOrder(place, order)).containsExactly(first, second);
    assertThat(ofOrder(place, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  default void leaseIsExpiredFromItsEndUntilSomebodyBeginsToTakeItBack() {
    Place place = place();
    long order = place.newOrder();
    long starting = place.newLease(order, LeasePeriod.of(1));
    long open = handedOver(place, place.newLease(order), END.minus(HOUR));
    long first = ending(place, order, END);
    long second = ending(place, order, END);
    long later = ending(place, order, END.plusMillis(1));

    assertThat(expired(place, END.minusMillis(1))).doesNotContain(first, second, later);
    assertThat(expired(place, END))
        .containsSubsequence(first, second)
        .doesNotContain(starting, open, later);
    assertThat(place.<List<Long>>in(rows -> leases(rows).listExpired(END, 1))).hasSize(1);

    apply(place, first, LeaseEvent.RETURN);
    apply(place, second, LeaseEvent.EXPIRE);
    assertThat(expired(place, END)).doesNotContain(first, second);
    for (long id : List.of(starting, open, later)) {
      apply(place, id, LeaseEvent.RETURN);
    }
  }

  @Test
  default void leaseWhoseEndFailedIsPutOffLongerEachTimeAndComesAfterTheOthers() {
    Place place = place();
    long order = place.newOrder();
    long failing = ending(place, order, END);
    long other = ending(place, order, END);

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

    apply(place, failing, LeaseEvent.RETURN);
    apply(place, other, LeaseEvent.RETURN);
  }

  /** A lease that was handed over an hour before its end. */
  private static long ending(Place place, long order, Instant end) {
    return handedOver(place, place.newLease(order, LeasePeriod.of(1)), end.minus(HOUR));
  }

  private static long handedOver(Place place, long id, Instant at) {
    apply(place, id, LeaseEvent.HAND_OVER, at);
    return id;
  }

  @Test
  default void leaseNeedsItsOpeningsLongerOnlyWhenTheyShutBeforeItsEnd() {
    Place place = place();
    long order = place.newOrder();
    long enough = granted(place, ending(place, order, END), END.plusMillis(1));
    long tooShort = granted(place, ending(place, order, END), END);
    long open = granted(place, handedOver(place, place.newLease(order), END.minus(HOUR)), END);
    long starting = place.newLease(order, LeasePeriod.of(1));

    assertThat(needing(place, END.minusMillis(1)))
        .contains(tooShort)
        .doesNotContain(enough, open, starting);
    assertThat(needing(place, END)).containsSubsequence(tooShort, open).doesNotContain(enough);

    for (long id : List.of(enough, tooShort, open, starting)) {
      apply(place, id, LeaseEvent.RETURN);
    }
    assertThat(needing(place, END)).doesNotContain(enough, tooShort, open, starting);
  }

  private static List<Long> needing(Place place, Instant openUntil) {
    return place.in(rows -> leases(rows).listNeedingGrants(openUntil, 1000));
  }

  private static long granted(Place place, long id, Instant until) {
    return place.in(
        rows -> {
          leases(rows).findLocked(id).orElseThrow().grantsHold(until);
          return id;
        });
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
    apply(place, id, event, END);
  }

  private static void apply(Place place, long id, LeaseEvent event, Instant at) {
    Cause cause = Cause.of(Actor.system("trial"), at, "BY_HAND");
    place.in(rows -> leases(rows).findLocked(id).orElseThrow().apply(event, cause));
  }

  private static LeaseRepository leases(Place.Rows rows) {
    return rows.get(LeaseRepository.class);
  }
}
