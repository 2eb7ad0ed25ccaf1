package org.yuzuri.portal.server;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryServersTest implements ServerRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
