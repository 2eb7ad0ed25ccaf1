/**
 * The tenants' gateways, and the addresses of their pools that leases hold.
 *
 * <p>For people: {@link org.yuzuri.portal.site.gateway.GatewayService}. For features, in their
 * transaction: {@link org.yuzuri.portal.site.gateway.Gateways} and {@link
 * org.yuzuri.portal.site.gateway.Addresses}. INVARIANT: an address of a gateway's pool is held by
 * one lease at most.
 */
@NullMarked
package org.yuzuri.portal.site.gateway;

import org.jspecify.annotations.NullMarked;
