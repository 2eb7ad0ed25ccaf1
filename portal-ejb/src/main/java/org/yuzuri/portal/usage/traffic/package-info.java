/**
 * What lender agents read of the traffic of leases. Entry type: {@link
 * org.yuzuri.portal.usage.traffic.Traffic}. Invariant: readings of one hold never get smaller and
 * never go back in time, so that the sum of what each has more is what passed since the first.
 */
@NullMarked
package org.yuzuri.portal.usage.traffic;

import org.jspecify.annotations.NullMarked;
