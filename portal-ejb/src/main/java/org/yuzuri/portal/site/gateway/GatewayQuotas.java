package org.yuzuri.portal.site.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaCounter;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.quota.Quotas;

/** Counts a tenant's gateways. */
@Dependent
class GatewayQuotas implements QuotaCounter {

  @Inject Quotas quotas;

  @PersistenceContext EntityManager em;

  /** From here to the end of the transaction nobody else adds a gateway of the tenant. */
  void lock(long tenantId) {
    quotas.lock(tenantId);
  }

  /** Gateways whose daemon is not revoked. */
  QuotaUse gateways(long tenantId) {
    long used =
        em.createQuery(
                "select count(g) from Gateway g, Agent a where g.tenantId = :tenant"
                    + " and a.id = g.agentId and a.state <> :revoked",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("revoked", AgentState.REVOKED)
            .getSingleResult();
    return quotas.use(Quota.GATEWAYS, tenantId, used);
  }

  @Override
  public List<QuotaUse> uses(long tenantId) {
    return List.of(gateways(tenantId));
  }
}
