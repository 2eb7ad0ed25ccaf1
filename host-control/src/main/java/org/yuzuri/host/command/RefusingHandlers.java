package org.yuzuri.host.command;

import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.CommandOutcome;

/** Refuses every command; a daemon overrides those that are meant for it. */
public abstract class RefusingHandlers implements AgentCommand.Visitor<CommandOutcome> {

  private static CommandOutcome refuse(AgentCommand command) {
    return new CommandOutcome.Failed(
        "NOT_FOR_THIS_DAEMON",
        command.getClass().getSimpleName() + " is not for this kind of daemon",
        false);
  }

  @Override
  public CommandOutcome ensureBoot(EnsureBoot command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureNoBoot(EnsureNoBoot command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensurePower(EnsurePower command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureGrants(EnsureGrants command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureTunnel(EnsureTunnel command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureNoTunnel(EnsureNoTunnel command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureRevocations(EnsureRevocations command) {
    return refuse(command);
  }

  @Override
  public CommandOutcome ensureReachable(EnsureReachable command) {
    return refuse(command);
  }
}
