package org.yuzuri.portal.site;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.DaemonKind;

/** The lender's boot networks, one for each lender agent. Transactions: required. */
@Stateless
public class BootNetworkService {

  /** Version of a network that was not defined yet. */
  public static final long NONE = -1;

  @Inject BootNetworks networks;
  @Inject Agents agents;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;

  /** All boot networks. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public List<BootNetwork> list() {
    return networks.list();
  }

  /** Version of an agent's network, which a change names; {@value #NONE} when it has none. */
  @RequiresPermissions(Permissions.AGENT_READ)
  public long version(long agentId) {
    return networks.version(agentId);
  }

  /**
   * Sets the boot network of an agent, new or changed.
   *
   * @param version the one that it was typed over
   * @throws ProblemException INVALID_VALUE; CHANGED_BY, CHANGED_MEANWHILE; NOT_FOUND for an agent
   *     that is no lender agent; NETWORKS_OVERLAP when another site has some of its addresses and
   *     they are not private
   */
  @RequiresPermissions(Permissions.AGENT_WRITE)
  public void define(long version, BootNetwork network) {
    network.check();
    AgentView agent = agents.agent(network.agentId());
    if (agent.kind() != DaemonKind.LENDER_AGENT) {
      throw ProblemException.notFound("agent", network.agentId());
    }
    meanwhile.check(
        version,
        networks.version(agent.id()),
        new Meanwhile.Entry("network", agent.name()),
        new Meanwhile.Trace("network.define", "agent " + agent.id()));
    networks.define(network);
    audit.record("network.define", "agent " + network.agentId(), network.prefix());
  }
}
