package org.yuzuri.portal.transfer.boot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.pki.transfer.RevocationReason;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.portal.run.Surroundings;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.site.gateway.Gateways;
import org.yuzuri.portal.tenant.TenantBook;
import org.yuzuri.portal.transfer.TransferRepository;

/**
 * The world around a lease, as the portal's other features know it. Called as the portal itself.
 */
@Dependent
class PortalSurroundings implements Surroundings {

  private final Agents agents;
  private final BootNetworks bootNetworks;
  private final Gateways gateways;
  private final TransferCertificates certificates;
  private final TransferRepository transfers;
  private final TenantBook tenants;

  @Inject
  PortalSurroundings(
      Agents agents,
      BootNetworks bootNetworks,
      Gateways gateways,
      TransferCertificates certificates,
      TransferRepository transfers,
      TenantBook tenants) {
    this.agents = agents;
    this.bootNetworks = bootNetworks;
    this.gateways = gateways;
    this.certificates = certificates;
    this.transfers = transfers;
    this.tenants = tenants;
  }

  @Override
  public BootNetwork bootNetwork(long lenderAgent) {
    return bootNetworks.of(lenderAgent);
  }

  @Override
  public boolean isOnline(long agentId) {
    return agents.isOnline(agentId);
  }

  @Override
  public GatewayFacts gateway(Lease lease) {
    return gateways.facts(lease.gatewayId());
  }

  @Override
  public Optional<String> suspension(long tenantId) {
    return tenants.suspension(tenantId);
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
