package org.yuzuri.portal.tenant;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.yuzuri.portal.state.RowLock;

/** Tenants in the database. */
@Dependent
class JpaTenantRepository implements TenantRepository {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  @Override
  public void add(Tenant tenant) {
    em.persist(tenant);
    em.flush();
  }

  @Override
  public Optional<Tenant> find(long id) {
    return Optional.ofNullable(em.find(Tenant.class, id));
  }

  @Override
  public Optional<Tenant> findLocked(long id) {
    return RowLock.lock(em, Tenant.class, id);
  }
}
