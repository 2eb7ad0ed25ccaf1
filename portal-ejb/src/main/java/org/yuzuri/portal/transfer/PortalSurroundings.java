package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.agent.AgentService;
import org.yuzuri.portal.lease.BootNetwork;
import org.yuzuri.portal.lease.GatewayFacts;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Surroundings;
import org.yuzuri.portal.network.BootNetworkService;
import org.yuzuri.portal.network.BootNetworkView;
import org.yuzuri.portal.network.GatewayService;
import org.yuzuri.portal.network.GatewayView;
import org.yuzuri.portal.network.NetworkProblem;
import org.yuzuri.portal.pki.RevocationReason;
import org.yuzuri.portal.pki.TransferCertificateService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * The world around a lease, as the portal's other features know it. Called as the portal itself.
 */
@Dependent
class PortalSurroundings implements Surroundings {

  private final AgentService agents;
  private final BootNetworkService bootNetworks;
  private final GatewayService gateways;
  private final TransferCertificateService certificates;
  private final TransferRepository transfers;
  private final Servers servers;

  @Inject
  PortalSurroundings(
      AgentService agents,
      BootNetworkService bootNetworks,
      GatewayService gateways,
      TransferCertificateService certificates,
      TransferRepository transfers,
      Servers servers) {
    this.agents = agents;
    this.bootNetworks = bootNetworks;
    this.gateways = gateways;
    this.certificates = certificates;
    this.transfers = transfers;
    this.servers = servers;
  }

  @Override
  public long lenderAgent(Lease lease) {
    return servers.server(lease.serverId()).agentId();
  }

  @Override
  public BootNetwork bootNetwork(Lease lease) {
    long agentId = lenderAgent(lease);
    BootNetworkView network =
        bootNetworks.list().stream()
            .filter(known -> known.agentId() == agentId)
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        NetworkProblem.NO_BOOT_NETWORK,
                        "agent",
                        agentId,
                        "an agent whose boot network is defined"));
    String names = network.nameServers();
    return new BootNetwork(
        network.router(), names.isEmpty() ? List.of() : List.of(names.split(",", -1)));
  }

  @Override
  public boolean isOnline(long agentId) {
    return agents.view(agentId).online();
  }

  @Override
  public GatewayFacts gateway(Lease lease) {
    GatewayView view = gateways.gateway(lease.gatewayId());
    return new GatewayFacts(
        view.agentId(),
        view.identity(),
        Ipv4Address.of(view.outsideAddress()),
        Ipv4Prefix.of(view.range()),
        view.managementPort(),
        view.ikeProposals(),
        view.espProposals());
  }

  @Override
  public String revokeCertificates(Lease lease) {
    transfers
        .findLastOfLease(lease.id())
        .ifPresent(
            transfer -> {
              revoke(lease, transfer.installName());
              revoke(lease, transfer.productionName());
            });
    return certificates.crl(lease.tenantId());
  }

  private void revoke(Lease lease, String commonName) {
    certificates.revoke(lease.tenantId(), commonName, RevocationReason.CESSATION);
  }
}
