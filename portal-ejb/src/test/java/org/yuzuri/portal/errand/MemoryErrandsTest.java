package org.yuzuri.portal.errand;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryErrandsTest implements ErrandRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
