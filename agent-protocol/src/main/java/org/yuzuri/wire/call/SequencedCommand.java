package org.yuzuri.wire.call;

import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.value.Checks;

/** A command with its place in the daemon's queue. */
public record SequencedCommand(long sequence, AgentCommand command) {

  public SequencedCommand {
    Checks.between(sequence, 1, Long.MAX_VALUE, "sequence");
    Checks.present(command, "command");
  }
}
