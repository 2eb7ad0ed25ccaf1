package org.yuzuri.portal.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.portal.agent.command.CommandState;
import org.yuzuri.wire.command.AgentCommand;

/** The outbox in memory: what was sent to whom, and what nobody has taken yet. */
final class Outbox extends CommandQueue {

  record Sent(long agentId, AgentCommand command) {}

  private final List<Sent> all = new ArrayList<>();
  private final Deque<Sent> waiting = new ArrayDeque<>();
  private final Map<UUID, CommandResult> results = new HashMap<>();

  @Override
  public UUID enqueue(long agentId, AgentCommand command) {
    Sent sent = new Sent(agentId, command);
    all.add(sent);
    waiting.add(sent);
    results.put(command.id(), CommandResult.of(CommandState.QUEUED, command.notAfter()));
    return command.id();
  }

  /** This became of a command. */
  void ended(UUID commandId, CommandResult result) {
    results.put(commandId, result);
  }

  @Override
  public Map<UUID, CommandResult> results(List<UUID> commandIds) {
    return results;
  }

  @Override
  public void withdraw(long leaseId) {
    waiting.removeIf(sent -> sent.command().fence().leaseId() == leaseId);
  }

  @Override
  public void withdrawServer(long serverId) {
    waiting.removeIf(sent -> sent.command().fence().serverId() == serverId);
  }

  /** The oldest that nobody has taken; null when there is none. */
  Sent take() {
    return waiting.poll();
  }

  /** Every command of this type ever sent to this daemon, oldest first. */
  <C extends AgentCommand> List<C> sent(long agentId, Class<C> type) {
    return all.stream()
        .filter(sent -> sent.agentId() == agentId)
        .map(Sent::command)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
