package org.yuzuri.portal.run;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class RunRepositoryIT implements RunRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
