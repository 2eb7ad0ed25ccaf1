package org.yuzuri.portal.network;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentService;
import org.yuzuri.portal.audit.AuditTrail;

/** The lender's boot networks, one for each lender agent. Transactions: required. */
@Stateless
public class BootNetworkService {

  @Inject AgentService agents;
  @Inject AuditTrail audit;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** All boot networks. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<BootNetworkView> list() {
    return em
        .createQuery("select n from BootNetwork n order by n.agentId", BootNetwork.class)
        .getResultList()
        .stream()
        .map(BootNetwork::view)
        .toList();
  }

  /** Sets the boot network of an agent, new or changed. */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public void define(BootNetworkView network) {
    network.check();
    agents.view(network.agentId());
    BootNetwork kept = find(network.agentId()).orElseGet(() -> new BootNetwork(network));
    kept.change(network);
    em.persist(kept);
    audit.record("network.define", "agent " + network.agentId(), network.prefix());
  }

  private Optional<BootNetwork> find(long agentId) {
    return em.createQuery("select n from BootNetwork n where n.agentId = :agent", BootNetwork.class)
        .setParameter("agent", agentId)
        .getResultStream()
        .findFirst();
  }
}
