package org.yuzuri.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.wire.value.DaemonKind;

/**
 * The daemons of both sites, for the portal's other features. Transaction: the caller's, whose
 * session sees a tenant's gateways or all.
 */
@ApplicationScoped
public class Agents {

  private static final String NAME_FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,62}";

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

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

  /** All lender agents, by their ids. */
  public List<AgentView> listLenders() {
    return em.createQuery("select a from Agent a where a.kind = :kind order by a.id", Agent.class)
        .setParameter("kind", DaemonKind.LENDER_AGENT)
        .getResultStream()
        .map(agent -> agent.view(clock.instant()))
        .toList();
  }

  /** All that have enrolled and are not revoked, by their ids. */
  public List<AgentView> listEnrolled() {
    return em.createQuery("select a from Agent a where a.state = :state order by a.id", Agent.class)
        .setParameter("state", AgentState.ENROLLED)
        .getResultStream()
        .map(agent -> agent.view(clock.instant()))
        .toList();
  }

  /** Adds the daemon of a gateway of the subject's tenant. */
  public Invitation inviteGateway(String name) {
    return add(new Agent(DaemonKind.TENANT_GATEWAY, subject.tenantId(), checked(name)));
  }

  /** Adds an agent for the lender's site. */
  public Invitation inviteLenderAgent(String name) {
    return add(new Agent(DaemonKind.LENDER_AGENT, Tenants.LENDER, checked(name)));
  }

  /**
   * A new token for a new installation of this daemon; the old one works until it is used.
   *
   * @throws ProblemException for one that is revoked
   */
  public Invitation inviteAgain(long id) {
    Agent agent = find(id);
    if (agent.isRevoked()) {
      throw ProblemException.invalid("agent", agent.identity(), "one that is not revoked");
    }
    audit.record(agent.tenantId(), "agent.invite", agent.identity(), agent.name());
    return agent.invite(OneTimeToken.create(), clock.instant());
  }

  /** From now on the agent's certificate is refused, and its token does not work. */
  public void revoke(long id) {
    Agent agent = find(id);
    agent.revoke();
    audit.record(agent.tenantId(), "agent.revoke", agent.identity(), agent.name());
  }

  /** Revokes all daemons of a tenant's gateways; those that are revoked already stay so. */
  public void revokeOfTenant(long tenantId) {
    em.createQuery(
            "select a from Agent a where a.tenantId = :tenant and a.kind = :kind"
                + " and a.state <> :revoked order by a.id",
            Agent.class)
        .setParameter("tenant", tenantId)
        .setParameter("kind", DaemonKind.TENANT_GATEWAY)
        .setParameter("revoked", AgentState.REVOKED)
        .getResultList()
        .forEach(agent -> revoke(agent.id()));
  }

  private Invitation add(Agent agent) {
    em.persist(agent);
    em.flush();
    em.persist(new AgentQueue(agent.id()));
    audit.record(agent.tenantId(), "agent.invite", agent.identity(), agent.name());
    return agent.invite(OneTimeToken.create(), clock.instant());
  }

  private static String checked(String name) {
    if (name == null || !name.matches(NAME_FORM)) {
      throw ProblemException.invalid(
          "name", name, "1 to 63 letters, digits, spaces, dots, dashes or underscores");
    }
    return name;
  }

  public Agent find(long id) {
    Agent agent = em.find(Agent.class, id);
    if (agent == null) {
      throw ProblemException.notFound("agent", id);
    }
    return agent;
  }
}
