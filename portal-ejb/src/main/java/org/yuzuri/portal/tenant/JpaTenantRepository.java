package org.yuzuri.portal.tenant;

import jakarta.enterprise.context.Dependent;
import org.yuzuri.portal.state.row.JpaRowStore;

/** Tenants in the database. */
@Dependent
class JpaTenantRepository extends JpaRowStore<Tenant> implements TenantRepository {

  JpaTenantRepository() {
    super(Tenant.class);
  }

  @Override
  public void add(Tenant tenant) {
    super.add(tenant);
    em.flush();
  }
}
