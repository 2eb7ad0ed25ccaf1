package org.yuzuri.portal.usage;

import java.time.Instant;

/**
 * What records say of a lease's time in a month.
 *
 * @param hour the first hour of those that are summed up
 * @param pieces of the lease's price
 */
record UsedTime(long leaseId, Instant hour, long pieces) {}
