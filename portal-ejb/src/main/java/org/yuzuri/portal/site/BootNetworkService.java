package org.yuzuri.portal.site;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.DaemonKind;

/** The lender's boot networks, one for each lender agent. Transactions: required. */
@Stateless
public class BootNetworkService {

  @Inject BootNetworks networks;
  @Inject Agents agents;
  @Inject AuditTrail audit;

  /** All boot networks. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<BootNetwork> list() {
    return networks.list();
  }

  /**
   * Sets the boot network of an agent, new or changed.
   *
   * @throws ProblemException INVALID_VALUE; NOT_FOUND for an agent that is no lender agent;
   *     NETWORKS_OVERLAP when another site has some of its addresses and they are not private
   */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public void define(BootNetwork network) {
    network.check();
    AgentView agent = agents.agent(network.agentId());
    if (agent.kind() != DaemonKind.LENDER_AGENT) {
      throw ProblemException.notFound("agent", network.agentId());
    }
    networks.define(network);
    audit.record("network.define", "agent " + network.agentId(), network.prefix());
  }
}
