package org.yuzuri.wire.call;

import java.util.List;
import org.yuzuri.wire.value.Checks;

/** The daemon's open commands in order, apart from those that it cannot read. */
public record CommandList(List<SequencedCommand> commands, List<UnreadableCommand> unreadable) {

  public CommandList {
    commands = List.copyOf(Checks.present(commands, "commands"));
    unreadable = List.copyOf(Checks.present(unreadable, "unreadable"));
  }
}
