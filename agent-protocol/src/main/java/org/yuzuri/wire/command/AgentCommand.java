package org.yuzuri.wire.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/** A wanted end that the portal asks a daemon to bring about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AgentCommand
    permits EnsureBoot,
        EnsureNoBoot,
        EnsurePower,
        EnsureGrants,
        EnsureTunnel,
        EnsureNoTunnel,
        EnsureRevocations,
        EnsureReachable {

  /** Chosen by the portal; the idempotency key. */
  UUID id();

  /** The command is not begun, and not gone on with, after this moment. */
  Instant notAfter();

  Fence fence();

  <R> R accept(Visitor<R> visitor);

  /** One method for each command: a new command does not compile until every visitor handles it. */
  interface Visitor<R> {
    R ensureBoot(EnsureBoot command);

    R ensureNoBoot(EnsureNoBoot command);

    R ensurePower(EnsurePower command);

    R ensureGrants(EnsureGrants command);

    R ensureTunnel(EnsureTunnel command);

    R ensureNoTunnel(EnsureNoTunnel command);

    R ensureRevocations(EnsureRevocations command);

    R ensureReachable(EnsureReachable command);
  }

  /** Refuses a command without its common fields. */
  static void checkCommon(UUID id, Instant notAfter, Fence fence) {
    Checks.present(id, "id");
    Checks.present(notAfter, "notAfter");
    Checks.present(fence, "fence");
  }
}
