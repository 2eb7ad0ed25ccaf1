package org.yuzuri.host.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;

/** Runs one command: deadline and fence first, then its handler; every way out is an outcome. */
final class CommandRun {

  private static final Logger log = LoggerFactory.getLogger(CommandRun.class);

  private final FenceFiles fences;
  private final Function<AgentCommand, CommandOutcome> handlers;
  private final Clock clock;

  CommandRun(FenceFiles fences, Function<AgentCommand, CommandOutcome> handlers, Clock clock) {
    this.fences = fences;
    this.handlers = handlers;
    this.clock = clock;
  }

  CommandOutcome run(AgentCommand command) {
    Instant started = clock.instant();
    log.info("{} begins", name(command));
    CommandOutcome outcome = outcome(command, started);
    log.info(
        "{} ends after {} ms: {}",
        name(command),
        Duration.between(started, clock.instant()).toMillis(),
        outcome);
    return outcome;
  }

  private CommandOutcome outcome(AgentCommand command, Instant now) {
    if (now.isAfter(command.notAfter())) {
      return new CommandOutcome.Expired();
    }
    Optional<FenceFiles.Seen> higher = fences.admit(command.fence());
    if (higher.isPresent()) {
      return fenced(command, higher.get());
    }
    try {
      return handlers.apply(command);
    } catch (CommandFailedException e) {
      log.warn("{} failed: {}", name(command), e.getMessage());
      return e.outcome();
    } catch (DeadlinePassedException e) {
      log.warn("{} expired: {}", name(command), e.getMessage());
      return new CommandOutcome.Expired();
    } catch (RuntimeException e) {
      // The command's edge: whatever a handler throws, the portal is told an outcome.
      log.error("{} failed unexpectedly", name(command), e);
      return new CommandOutcome.Failed("INTERNAL", e.toString(), true);
    }
  }

  private static CommandOutcome fenced(AgentCommand command, FenceFiles.Seen highest) {
    return new CommandOutcome.Failed(
        "FENCED",
        "generation of server "
            + command.fence().serverId()
            + " is "
            + command.fence().generation()
            + expected(command, highest),
        false);
  }

  private static String expected(AgentCommand command, FenceFiles.Seen highest) {
    return command.fence().generation() < highest.generation()
        ? ", expected at least " + highest.generation()
        : " of lease "
            + command.fence().leaseId()
            + ", expected lease "
            + highest.leaseId().orElse(0L)
            + " or a higher generation";
  }

  static String name(AgentCommand command) {
    return "command="
        + command.id()
        + " type="
        + command.getClass().getSimpleName()
        + " server="
        + command.fence().serverId()
        + " lease="
        + command.fence().leaseId();
  }
}
