package org.yuzuri.portal.transfer;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryTransfersTest implements TransferRepositoryContract {

  @Override
  public Place place() {
    return new MemoryPlace();
  }
}
