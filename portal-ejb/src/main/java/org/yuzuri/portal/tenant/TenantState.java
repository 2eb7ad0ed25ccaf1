package org.yuzuri.portal.tenant;

/** Whether a tenant's members may log in. */
public enum TenantState {
  /** They may. */
  OPEN,
  /** Nobody of it can log in. */
  CLOSED
}
