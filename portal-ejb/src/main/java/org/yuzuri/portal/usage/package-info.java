/**
 * What leases used, written down hour by hour and never changed, and what it costs.
 *
 * <p>For people: {@link org.yuzuri.portal.usage.UsageService}; for features: {@link
 * org.yuzuri.portal.usage.charge.Charges}. Invariants: the sum of an hour's records is what the
 * events that are known by now say of it; charges come from records alone, so whoever asks again
 * gets the same.
 */
@NullMarked
package org.yuzuri.portal.usage;

import org.jspecify.annotations.NullMarked;
