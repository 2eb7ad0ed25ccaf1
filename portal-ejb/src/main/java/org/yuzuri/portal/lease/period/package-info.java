/**
 * Changing how long a lease lasts, for people.
 *
 * <p>Entry type: {@link org.yuzuri.portal.lease.period.PeriodService}. A lease may be extended or
 * shortened while its tenant has it or it is being installed; what it costs is told before.
 */
@NullMarked
package org.yuzuri.portal.lease.period;

import org.jspecify.annotations.NullMarked;
