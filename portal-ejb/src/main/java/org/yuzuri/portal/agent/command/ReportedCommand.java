package org.yuzuri.portal.agent.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.value.Fence;

/**
 * News of a command.
 *
 * @param id as {@link CommandQueue#enqueue} returned it
 * @param type simple name of the command, such as {@code EnsurePower}
 * @param fence the hold on the server it belonged to
 * @param outcome how far it has come; final for all but {@code Running}
 * @param at when that was so, by the daemon's clock
 */
public record ReportedCommand(
    UUID id, String type, Fence fence, CommandOutcome outcome, Instant at) {}
