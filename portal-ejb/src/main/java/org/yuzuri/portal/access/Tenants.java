package org.yuzuri.portal.access;

/** Tenant ids with a meaning of their own. */
public final class Tenants {

  /** The lender's own row in {@code tenant}: operators, lender agents and ready-made images. */
  public static final long LENDER = 1L;

  /** The session of operators and of the portal itself: every tenant's rows are visible. */
  static final Long EVERY = 0L;

  /** No subject: no row has this tenant, so none is visible. */
  static final Long NONE = -1L;

  private Tenants() {}
}
