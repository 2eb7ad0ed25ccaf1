package org.yuzuri.settings.plan;

/** Who set a line of an install plan. */
public enum Origin {
  /** The tenant's line, byte for byte. */
  TENANT,
  /** The lender's line; nothing in it comes from the tenant. */
  LENDER,
  /** Made of the tenant's wish and the lender's facts. */
  BOTH
}
