package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

/** The server's tunnel of this purpose is unloaded and its security associations are gone. */
public record EnsureNoTunnel(UUID id, Instant notAfter, Fence fence, TunnelPurpose purpose)
    implements GatewayCommand {

  public EnsureNoTunnel {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(purpose, "purpose");
  }
}
