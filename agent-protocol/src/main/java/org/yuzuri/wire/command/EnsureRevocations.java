package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The gateway knows this revocation list; tunnels of revoked certificates have ended.
 *
 * @param crl PEM of the tenant's transfer CA
 */
public record EnsureRevocations(UUID id, Instant notAfter, Fence fence, String crl)
    implements GatewayCommand {

  public EnsureRevocations {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.pem(crl, "crl");
  }
}
