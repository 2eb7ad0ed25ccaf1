package org.yuzuri.portal.reporting.revenue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lease that its tenant has.
 *
 * @param endsAt null with an open end
 */
public record RunningLease(long leaseId, @Nullable Instant endsAt) {}
