package org.yuzuri.portal.wipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a place for wipes, whether it is the database or memory. */
public interface WipeRepositoryContract {

  Place place();

  @Test
  default void wipeIsFoundByItsRunAndItsLeaseWhoseLastItIs() {
    Place place = place();
    long lease = place.newLease();
    long firstRun = add(place, lease, 1, WipeEnding.QUARANTINE);
    add(place, place.newLease(), 1, WipeEnding.RELEASE);
    long lastRun = add(place, lease, 2, WipeEnding.ERASE);

    assertThat(run(place, wipes -> wipes.findByRun(firstRun))).contains(firstRun);
    assertThat(run(place, wipes -> wipes.findLastOfLease(lease))).contains(lastRun);
    assertThat(run(place, wipes -> wipes.findByRun(Long.MAX_VALUE))).isEmpty();
    assertThat(run(place, wipes -> wipes.findLastOfLease(Long.MAX_VALUE))).isEmpty();
    assertThat(place.<WipeEnding>in(rows -> wipes(rows).findByRun(firstRun).orElseThrow().ending()))
        .isEqualTo(WipeEnding.QUARANTINE);
  }

  private static long add(Place place, long lease, long generation, WipeEnding ending) {
    return place.in(
        rows -> {
          Wipe wipe = new Wipe(Place.newRun(rows, lease, generation), ending);
          wipes(rows).add(wipe);
          return wipe.run().id();
        });
  }

  private static Optional<Long> run(
      Place place, Function<WipeRepository, Optional<Wipe>> question) {
    return place.in(rows -> question.apply(wipes(rows)).map(wipe -> wipe.run().id()));
  }

  private static WipeRepository wipes(Place.Rows rows) {
    return rows.get(WipeRepository.class);
  }
}
