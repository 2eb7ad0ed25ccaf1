package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class LeaseRepositoryIT implements LeaseRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }

  @Test
  void leaseThatAnotherTransactionHasIsPassedOver() {
    Place place = place();
    long taken = place.newLease();
    long free = place.newLease();

    List<Long> found =
        place.in(
            rows -> {
              rows.get(LeaseRepository.class).findLocked(taken);
              return Stream.of(taken, free).filter(id -> isFreeFor(place, id)).toList();
            });

    assertThat(found).containsExactly(free);
  }

  private static boolean isFreeFor(Place place, long lease) {
    return place.in(rows -> rows.get(LeaseRepository.class).findUnlessTaken(lease).isPresent());
  }
}
