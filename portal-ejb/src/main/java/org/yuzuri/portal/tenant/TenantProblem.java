package org.yuzuri.portal.tenant;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What is said of a tenant. */
public enum TenantProblem implements ProblemCode {
  /** The datacenter has suspended it: nothing new is ordered. */
  TENANT_SUSPENDED,
  /** It leases servers, or they are not taken back yet: it cannot be closed. */
  TENANT_LEASES_SERVERS;

  @Override
  public ProblemKind kind() {
    return ProblemKind.CONFLICT;
  }
}
