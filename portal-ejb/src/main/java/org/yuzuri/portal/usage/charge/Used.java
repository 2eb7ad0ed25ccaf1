package org.yuzuri.portal.usage.charge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.usage.record.UsageKind;

/**
 * What records of one kind say of a month.
 *
 * @param leaseId null for what the tenant has without one
 * @param hour the first of those that are summed up
 * @param pieces of the kind's unit
 */
record Used(UsageKind kind, long tenantId, @Nullable Long leaseId, Instant hour, long pieces) {}
