package org.yuzuri.portal.inspection;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryInspectionsTest implements InspectionRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
