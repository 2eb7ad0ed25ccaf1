package org.yuzuri.portal.reporting.cost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant knows a lease by.
 *
 * @param hostName may be empty
 * @param labels as {@code Labels} writes them
 * @param endsAt null with an open end
 * @param cutOffAt null while the tenant has the server
 */
public record LeaseLabel(
    long leaseId,
    String hostName,
    String labels,
    @Nullable Instant endsAt,
    @Nullable Instant cutOffAt) {}
