package org.yuzuri.portal.tenant;

import java.util.Optional;

/** Where tenants are kept; the lender is one of them. */
interface TenantRepository {

  /** Keeps a new tenant and gives it its id. */
  void add(Tenant tenant);

  /** Looks without a lock. */
  Optional<Tenant> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<Tenant> findLocked(long id);
}
