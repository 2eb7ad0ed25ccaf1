/**
 * The companies that lease servers: what the datacenter knows of them, and whether they may order.
 *
 * <p>Entry types: {@link org.yuzuri.portal.tenant.TenantService} for people, {@link
 * org.yuzuri.portal.tenant.TenantBook} for features. Who belongs to a tenant is known by the
 * feature {@code member}. INVARIANT: a tenant is moved under its row of {@code tenant_limit}, which
 * whoever orders for it has; a closed one leases nothing.
 */
@NullMarked
package org.yuzuri.portal.tenant;

import org.jspecify.annotations.NullMarked;
