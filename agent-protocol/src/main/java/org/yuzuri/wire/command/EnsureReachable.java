package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

/** A TCP connection from the tenant's side to the server's management port has worked. */
public record EnsureReachable(UUID id, Instant notAfter, Fence fence, Ipv4Address address, int port)
    implements GatewayCommand {

  public EnsureReachable {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(address, "address");
    Checks.between(port, 1, 65535, "port");
  }
}
