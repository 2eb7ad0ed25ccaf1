package org.yuzuri.portal.usage;

import java.io.Serializable;
import java.time.Instant;
import org.yuzuri.billing.metering.FaultKind;

/**
 * That a fault of the datacenter began or ended, as pages show it.
 *
 * @param cause its name
 * @param kind whether its time is charged
 * @param began whether it began or ended then
 * @param notedBy login or job
 */
public record FaultView(
    String cause,
    FaultKind kind,
    boolean began,
    Instant at,
    Instant notedAt,
    String notedBy,
    String detail)
    implements Serializable {}
