package org.yuzuri.portal.run;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryRunsTest implements RunRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
