/**
 * How much one tenant may have at once of everything that it can make grow.
 *
 * <p>For people: {@link org.yuzuri.portal.quota.QuotaService}; for features: {@link
 * org.yuzuri.portal.quota.Quotas}. Each feature counts what is its own; tells it as a {@link
 * org.yuzuri.portal.quota.QuotaCounter}; here is how much of it is allowed, and what is said when
 * it is too much. INVARIANT: whoever adds something has locked the tenant's row before it counts,
 * so that two at a time cannot pass a quota together.
 */
@NullMarked
package org.yuzuri.portal.quota;

import org.jspecify.annotations.NullMarked;
