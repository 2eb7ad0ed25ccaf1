package org.yuzuri.wire.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * A wanted end that the portal asks a daemon to bring about. The interfaces below it say which
 * daemon that is; a command may be for both.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AgentCommand permits LenderCommand, GatewayCommand {

  /** Chosen by the portal; the idempotency key. */
  UUID id();

  /** The command is not begun, and not gone on with, after this moment. */
  Instant notAfter();

  Fence fence();

  /** Whether this command makes pointless what the earlier one, of the same server, is still at. */
  default boolean withdraws(AgentCommand earlier) {
    return false;
  }

  /** Refuses a command without its common fields. */
  static void checkCommon(UUID id, Instant notAfter, Fence fence) {
    Checks.present(id, "id");
    Checks.present(notAfter, "notAfter");
    Checks.present(fence, "fence");
  }
}
