package org.yuzuri.portal.usage.charge;

import org.yuzuri.billing.price.BilledUnit;

/** What the quantity of a charge counts. */
public enum ChargeUnit {
  MINUTE,
  HOUR,
  DAY,
  MONTH,
  /** The thing itself. */
  ONCE,
  /** 10^9 bytes for a month. */
  GB_MONTH,
  /** 10^9 bytes. */
  GB;

  /** The unit of a piece of time. */
  static ChargeUnit of(BilledUnit unit) {
    return valueOf(unit.name());
  }
}
