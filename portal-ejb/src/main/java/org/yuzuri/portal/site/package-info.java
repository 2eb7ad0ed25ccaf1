/**
 * Where the parties are. Here: the lender's boot networks; the tenants' gateways are in {@code
 * site.gateway}.
 *
 * <p>For people: {@link org.yuzuri.portal.site.BootNetworkService}. For features, in their
 * transaction: {@link org.yuzuri.portal.site.BootNetworks}.
 */
@NullMarked
package org.yuzuri.portal.site;

import org.jspecify.annotations.NullMarked;
