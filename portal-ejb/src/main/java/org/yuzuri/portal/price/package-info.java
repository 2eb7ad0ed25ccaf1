/**
 * What is charged, and since when: prices, what was agreed with tenants, and by which rules.
 *
 * <p>For people: {@link org.yuzuri.portal.price.PriceService}; for features: {@link
 * org.yuzuri.portal.price.Prices}. Invariant: what has held is never changed; what holds from then
 * on is added.
 */
@NullMarked
package org.yuzuri.portal.price;

import org.jspecify.annotations.NullMarked;
