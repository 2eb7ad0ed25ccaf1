package org.yuzuri.portal.lease;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryLeasesTest implements LeaseRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
