/**
 * Where the parties are: the lender's boot networks, the tenants' gateways, and the addresses that
 * leases hold.
 *
 * <p>For people: {@link org.yuzuri.portal.site.GatewayService} and {@link
 * org.yuzuri.portal.site.BootNetworkService}. For features, in their transaction: {@link
 * org.yuzuri.portal.site.BootNetworks}, {@link org.yuzuri.portal.site.Gateways} and {@link
 * org.yuzuri.portal.site.Addresses}. INVARIANT: an address of a gateway's pool is held by one lease
 * at most.
 */
@NullMarked
package org.yuzuri.portal.site;

import org.jspecify.annotations.NullMarked;
