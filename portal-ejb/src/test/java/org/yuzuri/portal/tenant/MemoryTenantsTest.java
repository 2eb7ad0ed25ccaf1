package org.yuzuri.portal.tenant;

import org.yuzuri.portal.world.MemoryPlace;
import org.yuzuri.portal.world.Place;

class MemoryTenantsTest implements TenantRepositoryContract {

  private final MemoryTenants tenants = new MemoryTenants();

  @Override
  public Place place() {
    return new MemoryPlace();
  }

  @Override
  public TenantRepository repository(Place.Rows rows) {
    return tenants;
  }
}
