package org.yuzuri.portal.network;

import java.time.Instant;
import java.util.List;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

/**
 * An opening that a transfer needs.
 *
 * @param leaseId the lease it is tied to
 * @param serverId the lease's server
 * @param side whose firewall
 * @param agentId the daemon that sets it there
 * @param source who may begin
 * @param ports empty for all; only with UDP and TCP
 * @param closesAt its end
 */
public record GrantDraft(
    long leaseId,
    long serverId,
    GrantSide side,
    long agentId,
    GrantPurpose purpose,
    GrantProtocol protocol,
    Ipv4Prefix source,
    Ipv4Prefix destination,
    List<PortRange> ports,
    Instant closesAt) {

  /** Copies. */
  public GrantDraft {
    ports = List.copyOf(ports);
  }
}
