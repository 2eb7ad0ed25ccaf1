package org.yuzuri.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yuzuri.portal.world.Place;

/** What the portal expects of a place for orders, whether it is the database or memory. */
public interface OrderRepositoryContract {

  Place place();

  @Test
  default void orderIsFoundByItsIdAndByNoOther() {
    Place place = place();
    place.newOrder();
    long id = place.newOrder();

    assertThat(place.<Long>in(rows -> orders(rows).find(id).orElseThrow().id())).isEqualTo(id);
    assertThat(place.<Long>in(rows -> orders(rows).findLocked(id).orElseThrow().id()))
        .isEqualTo(id);
    assertThat(place.<Boolean>in(rows -> orders(rows).find(Long.MAX_VALUE).isEmpty())).isTrue();
    assertThat(place.<Boolean>in(rows -> orders(rows).findLocked(Long.MAX_VALUE).isEmpty()))
        .isTrue();
  }

  private static OrderRepository orders(Place.Rows rows) {
    return rows.get(OrderRepository.class);
  }
}
