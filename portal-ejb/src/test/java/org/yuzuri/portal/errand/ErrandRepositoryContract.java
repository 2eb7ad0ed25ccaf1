package org.yuzuri.portal.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;
import org.yuzuri.wire.value.Fence;

/** What the portal expects of a place for errands, whether it is the database or memory. */
public interface ErrandRepositoryContract {

  Place place();

  @Test
  default void errandsOfARunAreListedAsTheyWereFirstSent() {
    Place place = place();
    long run = newRun(place);
    UUID late = add(place, run, "LATE");
    add(place, newRun(place), "FOREIGN");
    add(place, run, "EARLY");
    send(place, late);

    assertThat(names(place, run)).containsExactly("LATE", "EARLY");
    assertThat(names(place, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  default void errandIsFoundByTheCommandOfItsLastTry() {
    Place place = place();
    long run = newRun(place);
    add(place, run, "OTHER");
    UUID first = add(place, run, "ASKED");
    assertThat(tries(place, first)).isEqualTo(1);

    UUID second = send(place, first);

    assertThat(tries(place, second)).isEqualTo(2);
    assertThat(place.<Boolean>in(rows -> errands(rows).findByCommand(first).isEmpty())).isTrue();
  }

  private static int tries(Place place, UUID command) {
    return place.in(rows -> errands(rows).findByCommand(command).orElseThrow().tries());
  }

  private static List<String> names(Place place, long run) {
    return place.in(rows -> errands(rows).list(run).stream().map(ErrandRow::name).toList());
  }

  private static UUID send(Place place, UUID before) {
    UUID next = UUID.randomUUID();
    return place.in(
        rows -> {
          errands(rows).findByCommand(before).orElseThrow().sent(place.agent(), next, Place.NEVER);
          return next;
        });
  }

  private static UUID add(Place place, long run, String name) {
    UUID command = UUID.randomUUID();
    return place.in(
        rows -> {
          errands(rows).add(new ErrandRow(run, name, place.agent(), command, Place.NEVER));
          return command;
        });
  }

  private static long newRun(Place place) {
    Fence fence = new Fence(place.newServer(), 0, 1);
    return place.in(rows -> Place.newRun(rows, fence).id());
  }

  private static ErrandRepository errands(Place.Rows rows) {
    return rows.get(ErrandRepository.class);
  }
}
