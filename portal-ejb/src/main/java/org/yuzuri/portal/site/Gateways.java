package org.yuzuri.portal.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The tenants' gateways, for the portal's other features. Transaction: the caller's, whose session
 * sees a tenant's gateways or all.
 */
@ApplicationScoped
public class Gateways {

  @Inject Agents agents;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * What a run has to know of a gateway.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public GatewayFacts facts(long gatewayId) {
    Gateway gateway = em.find(Gateway.class, gatewayId);
    if (gateway == null) {
      throw ProblemException.notFound("gateway", gatewayId);
    }
    return gateway.facts(agents.agent(gateway.agentId()).identity());
  }
}
