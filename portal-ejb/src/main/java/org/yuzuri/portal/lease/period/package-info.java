/**
 * How long leases last: changing it, for people, and their end.
 *
 * <p>Entry type: {@link org.yuzuri.portal.lease.period.PeriodService}. A lease may be extended or
 * shortened while its tenant has it or it is being installed; what it costs is told before. {@link
 * org.yuzuri.portal.lease.period.LeaseExpiryTimer} ends those whose period is over.
 */
@NullMarked
package org.yuzuri.portal.lease.period;

import org.jspecify.annotations.NullMarked;
