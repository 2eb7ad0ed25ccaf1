package org.yuzuri.wire.call;

import java.util.List;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The daemon's open commands in order, apart from those that it cannot read.
 *
 * @param epoch of the portal's books, from 0; a higher one than before says that they were restored
 */
public record CommandList(
    long epoch, List<SequencedCommand> commands, List<UnreadableCommand> unreadable) {

  public CommandList {
    Checks.between(epoch, 0, Fence.LAST_EPOCH, "epoch");
    commands = List.copyOf(Checks.present(commands, "commands"));
    unreadable = List.copyOf(Checks.present(unreadable, "unreadable"));
  }
}
