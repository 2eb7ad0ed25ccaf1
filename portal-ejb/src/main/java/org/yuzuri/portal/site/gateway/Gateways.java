package org.yuzuri.portal.site.gateway;

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

  @PersistenceContext EntityManager em;

  /**
   * One gateway.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public GatewayView gateway(long id) {
    return view(find(id));
  }

  /**
   * What a run has to know of a gateway.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public GatewayFacts facts(long id) {
    Gateway gateway = find(id);
    return gateway.facts(agents.agent(gateway.agentId()).identity());
  }

  GatewayView view(Gateway gateway) {
    return gateway.view(agents.agent(gateway.agentId()));
  }

  Gateway find(long id) {
    Gateway gateway = em.find(Gateway.class, id);
    if (gateway == null) {
      throw ProblemException.notFound("gateway", id);
    }
    return gateway;
  }
}
