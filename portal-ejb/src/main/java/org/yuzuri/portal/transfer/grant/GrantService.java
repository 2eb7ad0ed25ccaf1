package org.yuzuri.portal.transfer.grant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Keeps openings, for the timer. Transaction: required. */
@Stateless
public class GrantService {

  @Inject ProductionGrants grants;

  /** Leases whose openings shut too soon. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    return grants.listDue(limit);
  }

  /** Asks both sides of a lease for later ends, or looks what became of it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void keep(long leaseId) {
    grants.keep(leaseId);
  }
}
