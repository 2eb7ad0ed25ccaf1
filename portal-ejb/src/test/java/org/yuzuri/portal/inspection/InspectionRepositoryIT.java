package org.yuzuri.portal.inspection;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class InspectionRepositoryIT implements InspectionRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
