package org.yuzuri.portal.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Reads the audit trail. */
@Stateless
public class AuditService {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** The newest entries of the subject's tenant (of all tenants for operators), newest first. */
  @RequiresPermissions(Permissions.AUDIT_READ)
  public List<AuditView> list(int first, int count) {
    return em
        .createQuery("select e from AuditEntry e order by e.id desc", AuditEntry.class)
        .setFirstResult(first)
        .setMaxResults(count)
        .getResultList()
        .stream()
        .map(AuditEntry::view)
        .toList();
  }
}
