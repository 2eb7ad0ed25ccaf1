package org.yuzuri.portal.transfer;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class TransferRepositoryIT implements TransferRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }
}
