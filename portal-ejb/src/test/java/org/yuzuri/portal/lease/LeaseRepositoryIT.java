package org.yuzuri.portal.lease;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class LeaseRepositoryIT implements LeaseRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
