package org.yuzuri.portal.order.placing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.site.gateway.Addresses;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.transfer.Installation;
import org.yuzuri.portal.transfer.Transfers;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

/** Lends one server: lease, address, hold and transfer. Transaction: the caller's. */
@Dependent
public class Lending {

  private final Leases leases;
  private final Addresses addresses;
  private final Servers servers;
  private final Transfers transfers;

  @Inject
  public Lending(Leases leases, Addresses addresses, Servers servers, Transfers transfers) {
    this.leases = leases;
    this.addresses = addresses;
    this.servers = servers;
    this.transfers = transfers;
  }

  /**
   * Lends it.
   *
   * @param server free, with its row locked
   */
  public void lend(LeaseTerms terms, Server server, Installation installation, Cause cause) {
    Lease lease = leases.open(terms, cause.at());
    String address = addresses.holdVirtualAddress(terms.gatewayId(), lease.id());
    leases.takeAddress(lease, Ipv4Address.of(address));
    servers.happened(server, ServerEvent.RESERVE, cause);
    Fence fence = servers.fenceAnew(server.id(), lease.id());
    transfers.begin(lease, fence, installation, cause);
  }
}
