package org.yuzuri.billing.tax;

/** How something is taxed. */
public enum TaxCategory {
  /** 標準税率. */
  STANDARD,
  /** 軽減税率. */
  REDUCED,
  /** 非課税・免税: no tax. */
  EXEMPT,
  /** The buyer pays the tax to its own state. */
  REVERSE_CHARGE
}
