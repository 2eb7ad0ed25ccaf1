package org.yuzuri.portal.agent.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yuzuri.portal.agent.AgentQueue;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.command.AgentCommand;

/**
 * The outbox: commands become rows in the caller's transaction and leave after its commit. Works in
 * a session of any tenant.
 */
@ApplicationScoped
public class CommandQueue {

  @Inject Clock clock;
  @Inject Event<CommandQueued> queued;

  @PersistenceContext EntityManager em;

  /**
   * Puts a command behind the agent's others. Transaction: the caller's, which must be running.
   *
   * @return the command's id
   * @throws ProblemException there is no such agent
   */
  public UUID enqueue(long agentId, AgentCommand command) {
    AgentQueue queue = em.find(AgentQueue.class, agentId, LockModeType.PESSIMISTIC_WRITE);
    if (queue == null) {
      throw ProblemException.notFound("agent", agentId);
    }
    em.persist(new QueuedCommand(agentId, queue.next(), command, clock.instant()));
    queued.fire(new CommandQueued(agentId));
    return command.id();
  }

  /** How far each of these commands has come; without those that are not kept. */
  public Map<UUID, CommandResult> results(List<UUID> commandIds) {
    return em.createQuery("select c from QueuedCommand c where c.id in :ids", QueuedCommand.class)
        .setParameter("ids", commandIds.stream().map(UUID::toString).toList())
        .getResultStream()
        .collect(Collectors.toMap(QueuedCommand::id, QueuedCommand::result));
  }

  /**
   * Takes back the lease's commands that have no outcome, because the lease no longer wants them. A
   * daemon that is at one of them goes on until the next command's higher generation stops it.
   */
  public void withdraw(long leaseId) {
    withdraw("leaseId", leaseId);
  }

  /** Takes back the server's commands that have no outcome: nobody knows who has it. */
  public void withdrawServer(long serverId) {
    withdraw("serverId", serverId);
  }

  private void withdraw(String of, long id) {
    List<QueuedCommand> open =
        em.createQuery(
                "select c from QueuedCommand c where c."
                    + of
                    + " = :id and c.state in"
                    + " (org.yuzuri.portal.agent.command.CommandState.QUEUED,"
                    + " org.yuzuri.portal.agent.command.CommandState.RUNNING)",
                QueuedCommand.class)
            .setParameter("id", id)
            .getResultList();
    open.forEach(c -> c.come(CommandResult.of(CommandState.WITHDRAWN, clock.instant())));
  }
}
