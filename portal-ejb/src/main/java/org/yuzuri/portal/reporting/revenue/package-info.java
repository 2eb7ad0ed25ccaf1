/** What leases bring: reckoned from charges by a timer, and told by month, tenant and offer. */
@NullMarked
package org.yuzuri.portal.reporting.revenue;

import org.jspecify.annotations.NullMarked;
