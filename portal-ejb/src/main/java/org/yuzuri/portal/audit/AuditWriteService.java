package org.yuzuri.portal.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/**
 * Writes log-ins and what was refused, in a transaction of its own: that of who was refused is
 * rolled back.
 */
@Stateless
public class AuditWriteService {

  @Inject AuditTrail audit;

  /** Notes it as an act of the current actor in this tenant's trail. */
  @RequiresPermissions(Permissions.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void write(long tenantId, String source, String action, String object, String detail) {
    audit.record(tenantId, source, action, object, detail);
  }
}
