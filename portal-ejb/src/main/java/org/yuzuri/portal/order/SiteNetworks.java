package org.yuzuri.portal.order;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.lease.BootNetwork;
import org.yuzuri.portal.network.BootNetworkService;
import org.yuzuri.portal.network.BootNetworkView;
import org.yuzuri.portal.network.NetworkProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The boot networks of the lender's sites, which a tenant's plan names but its members do not see.
 */
@Dependent
class SiteNetworks {

  private final BootNetworkService networks;
  private final AsSystem asSystem;
  private final CurrentSubject subject;

  @Inject
  SiteNetworks(BootNetworkService networks, AsSystem asSystem, CurrentSubject subject) {
    this.networks = networks;
    this.asSystem = asSystem;
    this.subject = subject;
  }

  /**
   * The boot network of a lender agent's site.
   *
   * @throws ProblemException NO_BOOT_NETWORK
   */
  BootNetwork of(long agentId) {
    return asSystem.call(subject.actor(), networks::list).stream()
        .filter(network -> network.agentId() == agentId)
        .findFirst()
        .map(SiteNetworks::network)
        .orElseThrow(
            () ->
                new ProblemException(
                    NetworkProblem.NO_BOOT_NETWORK, "agent", agentId, "an agent with a network"));
  }

  private static BootNetwork network(BootNetworkView view) {
    String names = view.nameServers();
    return new BootNetwork(
        view.router(), names.isEmpty() ? List.of() : List.of(names.split(",", -1)));
  }
}
