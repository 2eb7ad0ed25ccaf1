package org.yuzuri.wire.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * A command that this daemon cannot read, because the portal is newer or wrong. It is answered, not
 * dropped, and does not hold up the commands behind it.
 *
 * @param id the command's id, or null when even that could not be read
 * @param problem what could not be read
 */
public record UnreadableCommand(long sequence, @Nullable UUID id, String problem) {

  public UnreadableCommand {
    Checks.present(problem, "problem");
  }
}
