package org.yuzuri.portal.reporting.revenue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a tenant had a server.
 *
 * @param cutOffAt null while it has it
 */
public record LeaseSpan(Instant handedOverAt, @Nullable Instant cutOffAt) {}
