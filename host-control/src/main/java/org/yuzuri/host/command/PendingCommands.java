package org.yuzuri.host.command;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.command.AgentCommand;

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

  synchronized boolean isEmpty() {
    return pending.isEmpty();
  }

  synchronized boolean has(UUID id) {
    return pending.stream().anyMatch(command -> command.id().equals(id));
  }

  /**
   * Whether a command that came later makes this one pointless: one of a higher fence generation of
   * the same server, or one that withdraws it.
   */
  public synchronized boolean isOvertaken(AgentCommand command) {
    int place = pending.indexOf(command);
    return pending.stream().skip(place + 1L).anyMatch(later -> overtakes(later, command));
  }

  private static boolean overtakes(AgentCommand later, AgentCommand earlier) {
    if (later.fence().serverId() != earlier.fence().serverId()) {
      return false;
    }
    return later.fence().generation() > earlier.fence().generation() || later.withdraws(earlier);
  }
}
