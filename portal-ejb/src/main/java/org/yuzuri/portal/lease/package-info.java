/**
 * One server held by one tenant for a period: what is billed.
 *
 * <p>Entry types: {@link org.yuzuri.portal.lease.view.LeaseService} for pages, {@link
 * org.yuzuri.portal.lease.Leases} for the features that drive a lease. Invariants: at most one
 * lease holds a server (unique {@code active_server_id}); a lease that ends carries the instant at
 * which the tenant was cut off. Features that depend on leases hear of changes through {@link
 * org.yuzuri.portal.lease.LeaseListener}.
 */
@NullMarked
package org.yuzuri.portal.lease;

import org.jspecify.annotations.NullMarked;
