package org.yuzuri.portal.server;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class ServerRepositoryIT implements ServerRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
