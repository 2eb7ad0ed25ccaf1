package org.yuzuri.portal.tenant;

import org.yuzuri.portal.world.DatabasePlace;
import org.yuzuri.portal.world.Place;

class TenantRepositoryIT implements TenantRepositoryContract {

  @Override
  public Place place() {
    return new DatabasePlace();
  }

  @Override
  public TenantRepository repository(Place.Rows rows) {
    return rows.get(TenantRepository.class);
  }
}
