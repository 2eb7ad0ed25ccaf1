package org.yuzuri.portal.tenant;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.state.TestIds;

/** Tenants in memory, from number 2 on. */
final class MemoryTenants implements TenantRepository {

  private final Map<Long, Tenant> tenants = new TreeMap<>();

  @Override
  public void add(Tenant tenant) {
    long id = tenants.size() + 2L;
    TestIds.give(tenant, id);
    tenants.put(id, tenant);
  }

  @Override
  public Optional<Tenant> find(long id) {
    return Optional.ofNullable(tenants.get(id));
  }

  @Override
  public Optional<Tenant> findLocked(long id) {
    return find(id);
  }
}
