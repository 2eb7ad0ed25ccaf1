/**
 * Where the parties are: tenant gateways, the lender's boot networks, addresses held by leases, and
 * grants.
 *
 * <p>Entry types: {@link org.yuzuri.portal.network.GatewayService}, {@link
 * org.yuzuri.portal.network.BootNetworkService} for pages; {@link
 * org.yuzuri.portal.network.Addresses} and {@link org.yuzuri.portal.network.Grants} for the feature
 * that runs transfers, in its transaction. INVARIANT: an address of a network is held by one lease
 * at most; every grant has an end.
 */
package org.yuzuri.portal.network;
