package org.yuzuri.portal.wipe;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryWipesTest implements WipeRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
