package org.yuzuri.portal.order;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryOrdersTest implements OrderRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
