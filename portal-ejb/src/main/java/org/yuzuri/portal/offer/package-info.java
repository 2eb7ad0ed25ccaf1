/**
 * Classes of servers with a price, shown to all tenants or to some.
 *
 * <p>For people: {@link org.yuzuri.portal.offer.OfferService}; for features: {@link
 * org.yuzuri.portal.offer.Offers}. Invariant: an offer that somebody ordered is withdrawn, never
 * deleted.
 */
@NullMarked
package org.yuzuri.portal.offer;

import org.jspecify.annotations.NullMarked;
