package org.yuzuri.portal.errand;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class ErrandRepositoryIT implements ErrandRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
