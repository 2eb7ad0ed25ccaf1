package org.yuzuri.portal.order;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class OrderRepositoryIT implements OrderRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
