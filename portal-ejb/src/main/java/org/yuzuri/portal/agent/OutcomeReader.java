package org.yuzuri.portal.agent;

import java.time.Instant;
import org.yuzuri.wire.report.CommandOutcome;

/** Writes an outcome into its command. */
final class OutcomeReader implements CommandOutcome.Visitor<Void> {

  private final QueuedCommand command;
  private final Instant now;

  OutcomeReader(QueuedCommand command, Instant now) {
    this.command = command;
    this.now = now;
  }

  @Override
  public Void running(CommandOutcome.Running outcome) {
    command.running();
    return null;
  }

  @Override
  public Void done(CommandOutcome.Done outcome) {
    command.end(CommandState.DONE, null, null, now);
    return null;
  }

  @Override
  public Void failed(CommandOutcome.Failed outcome) {
    command.end(CommandState.FAILED, outcome.code(), outcome.detail(), now);
    return null;
  }

  @Override
  public Void expired(CommandOutcome.Expired outcome) {
    command.end(CommandState.EXPIRED, null, null, now);
    return null;
  }

  @Override
  public Void unknown(CommandOutcome.Unknown outcome) {
    command.end(CommandState.UNKNOWN, null, null, now);
    return null;
  }
}
