package org.yuzuri.portal.agent.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.command.CommandView;
import org.yuzuri.portal.agent.command.QueuedCommand;
import org.yuzuri.portal.agent.report.FlaggedReport;
import org.yuzuri.portal.agent.report.ReceivedReport;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.DaemonKind;

/** Invites, lists and revokes the daemons of both sites. */
@Stateless
public class AgentService {

  @Inject Clock clock;
  @Inject Agents agents;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /** The lender's own agents, one a site, by name. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<AgentView> listLenderAgents() {
    return em
        .createQuery(
            "select a from Agent a where a.kind = :kind order by a.name, a.id", Agent.class)
        .setParameter("kind", DaemonKind.LENDER_AGENT)
        .getResultList()
        .stream()
        .map(a -> a.view(clock.instant()))
        .toList();
  }

  /** Agents and gateways; by name unless asked otherwise, revoked ones only when asked for. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public Page<AgentRow> list(ListFilter<AgentState> filter, PageRequest request) {
    return AgentRow.ALL.page(em, filter, request);
  }

  /** Adds an agent for the lender's site. */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public Invitation inviteLenderAgent(String name) {
    return agents.inviteLenderAgent(name);
  }

  /**
   * Gives a lender agent a new token, for a new installation of its daemon. That of a gateway is
   * its tenant's alone to give.
   *
   * @throws ProblemException for a gateway's daemon, and for one that is revoked
   */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public Invitation inviteAgain(long agentId) {
    AgentView agent = agents.agent(agentId);
    if (agent.kind() != DaemonKind.LENDER_AGENT) {
      throw ProblemException.invalid("agent", agent.name(), "a lender agent");
    }
    return agents.inviteAgain(agentId);
  }

  /** An agent that the subject may see: a tenant its own gateways, operators all. */
  @RequiresPermissions(Permissions.GATEWAY_READ)
  public AgentView view(long agentId) {
    return agents.agent(agentId);
  }

  /** The agent's newest commands, newest first. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<CommandView> listCommands(long agentId, int count) {
    return em
        .createQuery(
            "select c from QueuedCommand c where c.agentId = :agent order by c.sequence desc",
            QueuedCommand.class)
        .setParameter("agent", agentId)
        .setMaxResults(count)
        .getResultList()
        .stream()
        .map(QueuedCommand::view)
        .toList();
  }

  /** The agent's newest reports that were not used, newest first. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<FlaggedReport> listFlaggedReports(long agentId, int count) {
    return em
        .createQuery(
            "select r from ReceivedReport r where r.agentId = :agent and r.reason is not null"
                + " order by r.id desc",
            ReceivedReport.class)
        .setParameter("agent", agentId)
        .setMaxResults(count)
        .getResultList()
        .stream()
        .map(ReceivedReport::view)
        .toList();
  }

  /** From now on the agent's certificate is refused. */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public void revoke(long agentId) {
    agents.revoke(agentId);
  }

  /** Notes which agents have fallen silent; returns how many newly. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int noteSilent() {
    List<Agent> silent =
        em
            .createQuery(
                "select a from Agent a where a.state = org.yuzuri.portal.agent.AgentState.ENROLLED"
                    + " and a.silentSince is null and a.lastContact < :limit",
                Agent.class)
            .setParameter("limit", clock.instant().minus(Agent.SILENCE))
            .getResultList()
            .stream()
            .filter(a -> a.fallSilent(clock.instant()))
            .toList();
    silent.forEach(a -> audit.record(a.tenantId(), "agent.silent", a.identity(), a.name()));
    return silent.size();
  }
}
