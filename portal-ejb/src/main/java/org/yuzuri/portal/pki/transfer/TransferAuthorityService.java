package org.yuzuri.portal.pki.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Makes the next transfer CA of tenants whose last one nears its end. */
@Stateless
public class TransferAuthorityService {

  @Inject TransferAuthorities authorities;

  /** Tenants for which {@link #ensureNext} has something to do. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue() {
    return authorities.listDue();
  }

  /** Makes the tenant's next CA when it is due. Transaction: new. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void ensureNext(long tenantId) {
    authorities.alive(tenantId);
  }
}
