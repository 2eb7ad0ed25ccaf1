package org.yuzuri.lender.port;

import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * Which server is plugged in where, and what passes there.
 *
 * @param mac the only hardware address that passes while FILTERED
 * @param address the only IPv4 address that passes while FILTERED
 */
public record PortBinding(
    long serverId, ServerPort port, MacAddress mac, Ipv4Address address, PortAccess access) {

  static PortBinding of(EnsurePort command) {
    return new PortBinding(
        command.fence().serverId(),
        command.port(),
        command.mac(),
        command.address(),
        command.access());
  }

  PortBinding closed() {
    return new PortBinding(serverId, port, mac, address, PortAccess.CLOSED);
  }
}
