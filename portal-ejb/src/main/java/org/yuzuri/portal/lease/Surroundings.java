package org.yuzuri.portal.lease;

import org.yuzuri.portal.agent.AgentKind;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.GatewayFacts;

/** What a lease's runs have to know of the world around: daemons, gateways and certificates. */
public interface Surroundings {

  /** The lender agent at whose site the server stands. */
  long lenderAgent(Lease lease);

  /**
   * Whether this daemon serves the lease: the lender agent at whose site the server stands, or the
   * gateway that the lease's tunnels end at. No other daemon's report about the lease is believed.
   */
  default boolean isServedBy(ReportingAgent daemon, Lease lease) {
    long own =
        daemon.kind() == AgentKind.TENANT_GATEWAY ? gateway(lease).agentId() : lenderAgent(lease);
    return daemon.id() == own;
  }

  /** The network that the lease's server boots in. */
  BootNetwork bootNetwork(Lease lease);

  /** Whether this daemon was heard lately. */
  boolean isOnline(long agentId);

  /** The gateway that the lease's tunnels end at. */
  GatewayFacts gateway(Lease lease);

  /**
   * Revokes every certificate of the lease; harmless when it had none.
   *
   * @return PEM of the tenant's new revocation list
   */
  String revokeCertificates(Lease lease);
}
