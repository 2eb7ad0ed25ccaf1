package org.yuzuri.portal.run;

import java.util.Optional;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.gateway.GatewayFacts;

/** What runs have to know of the world around: daemons, gateways, networks and certificates. */
public interface Surroundings {

  /** The network that the servers of this lender agent boot in. */
  BootNetwork bootNetwork(long lenderAgent);

  /** Whether this daemon was heard lately. */
  boolean isOnline(long agentId);

  /** The gateway that the lease's tunnels end at. */
  GatewayFacts gateway(Lease lease);

  /** Why nothing more is installed for this tenant, in the words that it reads; mostly empty. */
  Optional<String> suspension(long tenantId);

  /**
   * Revokes every certificate of the lease; harmless when it had none.
   *
   * @return PEM of the tenant's new revocation list
   */
  String revokeCertificates(Lease lease);
}
