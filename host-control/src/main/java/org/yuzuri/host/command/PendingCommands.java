package org.yuzuri.host.command;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoBoot;

/**
 * Commands that were taken and have not ended: lets a long one find out that it is no longer
 * wanted, since those behind it wait for its end. Safe for threads.
 */
public final class PendingCommands {

  private final List<AgentCommand> pending = new ArrayList<>();

  synchronized void add(AgentCommand command) {
    pending.add(command);
  }

  synchronized void remove(AgentCommand command) {
    pending.remove(command);
  }

  /**
   * Whether a command that came later makes this one pointless: one of a higher fence generation of
   * the same server, or the withdrawal of the boot that this one prepares.
   */
  public synchronized boolean isOvertaken(AgentCommand command) {
    int place = pending.indexOf(command);
    return pending.stream().skip(place + 1L).anyMatch(later -> overtakes(later, command));
  }

  private static boolean overtakes(AgentCommand later, AgentCommand earlier) {
    if (later.fence().serverId() != earlier.fence().serverId()) {
      return false;
    }
    return later.fence().generation() > earlier.fence().generation()
        || (earlier instanceof EnsureBoot && later instanceof EnsureNoBoot);
  }
}
