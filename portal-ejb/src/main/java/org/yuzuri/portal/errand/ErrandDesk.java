package org.yuzuri.portal.errand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.CommandQueue;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.report.CommandOutcome;

/** Sends errands into the outbox and notes their outcomes. Transaction: the caller's. */
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
    Optional<Errand> before = of(runId).find(name);
    if (before.isPresent()) {
      before.get().sent(agentId, id, clock.instant());
    } else {
      errands.add(new Errand(runId, name, agentId, id, clock.instant()));
    }
  }

  /** All errands of a run. */
  public Errands of(long runId) {
    return new Errands(errands.list(runId));
  }

  /** The errand whose last try is this command. */
  public Optional<Errand> find(UUID commandId) {
    return errands.findByCommand(commandId);
  }

  /**
   * Notes an outcome.
   *
   * @return the errand it belongs to; empty when the command is no errand's last try
   */
  public Optional<Errand> outcome(UUID commandId, CommandOutcome outcome) {
    Optional<Errand> errand = errands.findByCommand(commandId);
    errand
        .filter(open -> open.state() == ErrandState.OPEN)
        .ifPresent(open -> outcome.accept(new Note(open, clock.instant())));
    return errand;
  }

  /** Writes an outcome into its errand. */
  private record Note(Errand errand, Instant now) implements CommandOutcome.Visitor<Void> {

    @Override
    public Void running(CommandOutcome.Running outcome) {
      return null;
    }

    @Override
    public Void done(CommandOutcome.Done outcome) {
      return end(ErrandState.DONE, null, null, false);
    }

    @Override
    public Void failed(CommandOutcome.Failed outcome) {
      return end(ErrandState.FAILED, outcome.code(), outcome.detail(), outcome.retryable());
    }

    @Override
    public Void expired(CommandOutcome.Expired outcome) {
      return end(ErrandState.EXPIRED, null, null, false);
    }

    @Override
    public Void unknown(CommandOutcome.Unknown outcome) {
      return end(ErrandState.UNKNOWN, null, null, true);
    }

    private Void end(
        ErrandState state, @Nullable String code, @Nullable String detail, boolean retryable) {
      errand.ended(state, code, detail, retryable, now);
      return null;
    }
  }
}
