package org.yuzuri.billing.metering;

import java.time.Instant;

/**
 * What is written down of a lease's use; never changed. The sum of an hour's records is its use.
 *
 * @param hour when the hour began, or within it a month of the lease ({@link Use#byHour})
 * @param pieces how many more; fewer when negative, in a record that corrects
 */
public record UsageRecord(Instant hour, long pieces) {}
