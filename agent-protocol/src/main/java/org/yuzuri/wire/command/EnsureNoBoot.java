package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** The server with this MAC address no longer boots from the network; its boot token is dead. */
public record EnsureNoBoot(UUID id, Instant notAfter, Fence fence, MacAddress mac)
    implements LenderCommand {

  public EnsureNoBoot {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(mac, "mac");
  }

  @Override
  public boolean withdraws(AgentCommand earlier) {
    return earlier instanceof EnsureBoot;
  }
}
