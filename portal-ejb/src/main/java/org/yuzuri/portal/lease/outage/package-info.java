/** Leases whose tenant cannot reach its server. */
@NullMarked
package org.yuzuri.portal.lease.outage;

import org.jspecify.annotations.NullMarked;
