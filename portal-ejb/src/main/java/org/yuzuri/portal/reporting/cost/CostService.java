package org.yuzuri.portal.reporting.cost;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;

/** What a tenant's servers cost it, for its people. Transaction: required. */
@Stateless
public class CostService {

  private static final int MOST = 1000;

  @Inject CurrentSubject subject;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** The servers that the subject's tenant has now, by name. */
  @RequiresPermissions(Permissions.COST_READ)
  public List<CostRow> running() {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.cost.CostRow(l.id, s.name, l.hostName,"
                + " l.handedOverAt, l.price.perUnit, l.price.currency)"
                + " from Lease l join Server s on s.id = l.serverId"
                + " where l.tenantId = :tenant and l.activeServerId is not null order by s.name",
            CostRow.class)
        .setParameter("tenant", subject.tenantId())
        .setMaxResults(MOST)
        .getResultList();
  }
}
