package org.yuzuri.portal.agent.command;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.command.CommandOutcome;

/**
 * How far a command has come, and how it ended.
 *
 * @param code the daemon's code of a failure, or null
 * @param detail the daemon's words about it, or null
 * @param facts what the daemon found while it reached the wanted end; empty for every other end
 * @param retryable whether another try may end better
 * @param finishedAt null while nothing final is known
 */
public record CommandResult(
    CommandState state,
    @Nullable String code,
    @Nullable String detail,
    Map<String, String> facts,
    boolean retryable,
    @Nullable Instant finishedAt) {

  /** What an outcome says that came at this time. */
  public static CommandResult of(CommandOutcome outcome, Instant now) {
    return outcome.accept(new Reader(now));
  }

  /** A result without an outcome of the daemon's. */
  public static CommandResult of(CommandState state, Instant now) {
    return new CommandResult(state, null, null, Map.of(), false, state.isFinal() ? now : null);
  }

  private record Reader(Instant now) implements CommandOutcome.Visitor<CommandResult> {

    @Override
    public CommandResult running(CommandOutcome.Running outcome) {
      return of(CommandState.RUNNING, now);
    }

    @Override
    public CommandResult done(CommandOutcome.Done outcome) {
      return new CommandResult(CommandState.DONE, null, null, outcome.facts(), false, now);
    }

    @Override
    public CommandResult failed(CommandOutcome.Failed outcome) {
      return new CommandResult(
          CommandState.FAILED,
          outcome.code(),
          outcome.detail(),
          Map.of(),
          outcome.retryable(),
          now);
    }

    @Override
    public CommandResult expired(CommandOutcome.Expired outcome) {
      return of(CommandState.EXPIRED, now);
    }

    @Override
    public CommandResult unknown(CommandOutcome.Unknown outcome) {
      return new CommandResult(CommandState.UNKNOWN, null, null, Map.of(), true, now);
    }
  }
}
