package org.yuzuri.portal.reporting.cost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server that a tenant has now, and what was agreed for it.
 *
 * @param hostName what its tenant calls it; may be empty
 * @param handedOverAt null before the hand-over
 * @param pricePerHour without tax
 * @param currency ISO 4217
 */
public record CostRow(
    long leaseId,
    String server,
    String hostName,
    @Nullable Instant handedOverAt,
    BigDecimal pricePerHour,
    String currency)
    implements Serializable {}
