/**
 * What a tenant asked for: n servers of an offer, an image, settings, a gateway and a period.
 *
 * <p>Entry type: {@link org.yuzuri.portal.order.placing.OrderService}. Invariants: all servers of
 * an order are reserved in one transaction or none is; the order's state follows its leases.
 */
@NullMarked
package org.yuzuri.portal.order;

import org.jspecify.annotations.NullMarked;
