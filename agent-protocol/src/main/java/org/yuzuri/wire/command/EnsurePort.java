package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * The server's port carries no more than this.
 *
 * @param mac the only hardware address that the server may send as
 * @param address the only IPv4 address that it may send as
 */
public record EnsurePort(
    UUID id,
    Instant notAfter,
    Fence fence,
    ServerPort port,
    MacAddress mac,
    Ipv4Address address,
    PortAccess access)
    implements LenderCommand {

  public EnsurePort {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(port, "port");
    Checks.present(mac, "mac");
    Checks.present(address, "address");
    Checks.present(access, "access");
  }
}
