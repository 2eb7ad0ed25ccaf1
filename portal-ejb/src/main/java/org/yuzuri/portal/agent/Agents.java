package org.yuzuri.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The daemons of both sites, for the portal's other features. Transaction: the caller's, whose
 * session sees a tenant's gateways or all.
 */
@ApplicationScoped
public class Agents {

  @Inject Clock clock;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * One agent.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public AgentView agent(long id) {
    return find(id).view(clock.instant());
  }

  /** Whether the agent was heard lately. */
  public boolean isOnline(long id) {
    return agent(id).online();
  }

  Agent find(long id) {
    Agent agent = em.find(Agent.class, id);
    if (agent == null) {
      throw ProblemException.notFound("agent", id);
    }
    return agent;
  }
}
