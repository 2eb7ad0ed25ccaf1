package org.yuzuri.portal.wipe;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class WipeRepositoryIT implements WipeRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
