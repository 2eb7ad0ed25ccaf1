package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The gateway knows these revocation lists; tunnels of revoked certificates have ended.
 *
 * @param crl PEM, a list of each of the tenant's transfer CAs
 */
public record EnsureRevocations(UUID id, Instant notAfter, Fence fence, String crl)
    implements GatewayCommand {

  public EnsureRevocations {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.longPem(crl, "crl");
  }
}
