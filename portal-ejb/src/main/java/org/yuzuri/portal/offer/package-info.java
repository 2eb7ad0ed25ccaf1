/**
 * Classes of servers with a price, shown to all tenants or to some.
 *
 * <p>Entry type: {@link org.yuzuri.portal.offer.OfferService}. Invariant: an offer that somebody
 * ordered is withdrawn, never deleted.
 */
@NullMarked
package org.yuzuri.portal.offer;

import org.jspecify.annotations.NullMarked;
