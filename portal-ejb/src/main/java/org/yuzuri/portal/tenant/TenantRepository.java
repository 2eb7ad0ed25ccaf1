package org.yuzuri.portal.tenant;

import org.yuzuri.portal.state.row.RowStore;

/** Where tenants are kept; the lender is one of them. */
interface TenantRepository extends RowStore<Tenant> {}
