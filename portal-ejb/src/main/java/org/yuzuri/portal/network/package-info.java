/**
 * Where the parties are: tenant gateways, the lender's boot networks, and addresses held by leases.
 *
 * <p>Entry types: {@link org.yuzuri.portal.network.GatewayService}, {@link
 * org.yuzuri.portal.network.BootNetworkService} for pages; {@link
 * org.yuzuri.portal.network.Addresses} for the feature that runs transfers, in its transaction.
 * INVARIANT: an address of a gateway's pool is held by one lease at most.
 */
@NullMarked
package org.yuzuri.portal.network;

import org.jspecify.annotations.NullMarked;
