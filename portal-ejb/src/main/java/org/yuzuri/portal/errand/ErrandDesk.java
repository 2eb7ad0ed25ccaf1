package org.yuzuri.portal.errand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.wire.command.AgentCommand;

/** Sends errands into the outbox and knows what became of them. Transaction: the caller's. */
@Dependent
public class ErrandDesk {

  private final ErrandRepository errands;
  private final CommandQueue queue;
  private final Clock clock;

  /** A desk over this outbox. */
  @Inject
  public ErrandDesk(ErrandRepository errands, CommandQueue queue, Clock clock) {
    this.errands = errands;
    this.queue = queue;
    this.clock = clock;
  }

  /** Sends the command as the next try of the run's errand of this name. */
  public void send(long runId, String name, long agentId, AgentCommand command) {
    UUID id = queue.enqueue(agentId, command);
    errands.list(runId).stream()
        .filter(sent -> sent.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            again -> again.sent(agentId, id, clock.instant()),
            () -> errands.add(new ErrandRow(runId, name, agentId, id, clock.instant())));
  }

  /** All errands of a run, in the order in which they were first sent. */
  public Errands of(long runId) {
    List<ErrandRow> rows = errands.list(runId);
    Map<UUID, CommandResult> results =
        queue.results(rows.stream().map(ErrandRow::commandId).toList());
    return new Errands(rows.stream().map(row -> errand(row, results)).toList());
  }

  private static Errand errand(ErrandRow row, Map<UUID, CommandResult> results) {
    CommandResult result = results.get(row.commandId());
    if (result == null) {
      throw new IllegalStateException("errand " + row.name() + ": its command is not kept");
    }
    return new Errand(row.name(), row.commandId(), row.tries(), result);
  }

  /**
   * Forgets the errands of all runs that ended before this moment, so that their commands need not
   * be kept; returns how many.
   */
  public int forgetOfRunsEnded(Instant before) {
    return errands.forgetOfRunsEnded(before);
  }

  /** The run that waits for this command; empty when it is no errand's last try. */
  public Optional<Long> runOf(UUID commandId) {
    return errands.findByCommand(commandId).map(ErrandRow::runId);
  }
}
