package org.yuzuri.billing.price;

/** What a piece of a month costs that is not used to its end. */
public enum PartOfMonth {
  /** As much as the whole month. */
  WHOLE,
  /** For each day that has begun, its share of the days that this month's piece has. */
  STARTED_DAYS
}
