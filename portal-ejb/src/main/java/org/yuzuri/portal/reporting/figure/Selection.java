package org.yuzuri.portal.reporting.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;

/**
 * What a report is asked for.
 *
 * @param offerId only of this offer; null of all
 * @param tenantId only of this tenant, where a figure knows tenants; null of all
 * @param faultKind only faults of this kind, where a figure knows faults; null of all
 * @param now what is later is not known yet
 */
public record Selection(
    Period period,
    @Nullable Long offerId,
    @Nullable Long tenantId,
    @Nullable FaultKind faultKind,
    Instant now) {

  /** The end of what can be told: that of the period, or now. */
  public Instant end() {
    return period.until().isBefore(now) ? period.until() : now;
  }

  /** The beginning of the time before, which is read together with the period. */
  public Instant begin() {
    return period.before().from();
  }
}
