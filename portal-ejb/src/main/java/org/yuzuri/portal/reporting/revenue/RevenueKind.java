package org.yuzuri.portal.reporting.revenue;

/** What a sum of revenue is. */
public enum RevenueKind {
  /** Charges of what was used. */
  USED,
  /** What the leases that run now will bring. */
  FORECAST
}
