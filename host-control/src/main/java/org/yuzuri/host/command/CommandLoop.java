package org.yuzuri.host.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.UnreadableCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Known;

/**
 * Asks the portal for commands and sees each to its end. After a restart it first goes on with what
 * was begun; commands state wanted ends, so beginning again is harmless.
 */
public final class CommandLoop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommandLoop.class);
  private static final int SERVERS_AT_ONCE = 8;
  private static final long NONE_YET = -1;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  private final Source source;
  private final CommandJournal journal;
  private final CommandReports reports;
  private final CommandRun run;
  private final Knowledge knowledge;
  private final Consumer<AgentReport> sink;
  private final Clock clock;
  private final ServerQueues queues = new ServerQueues(SERVERS_AT_ONCE);
  private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));
  private final PendingCommands pending;
  private final Thread poller = new Thread(this::pollUntilInterrupted, "command-loop");
  private long after;
  private long epoch = NONE_YET;

  /** Where commands come from; the portal, seen from here. */
  @FunctionalInterface
  public interface Source {
    CommandList commands(long after, Duration longestWait);
  }

  /**
   * Makes a loop that does nothing before {@link #start()}.
   *
   * @param knowledge told to the portal at start and whenever its books were restored
   * @param handlers see {@link CommandHandlers#handle}
   * @param sink takes reports and does not lose them
   * @param pending kept by the loop; handlers ask it whether they were overtaken
   */
  public CommandLoop(
      Source source,
      CommandJournal journal,
      Knowledge knowledge,
      Function<AgentCommand, CommandOutcome> handlers,
      Consumer<AgentReport> sink,
      Clock clock,
      PendingCommands pending) {
    this.source = source;
    this.journal = journal;
    this.reports = new CommandReports(sink, clock);
    this.run = new CommandRun(knowledge.fences(), handlers, clock);
    this.knowledge = knowledge;
    this.sink = sink;
    this.clock = clock;
    this.pending = pending;
  }

  /** Goes on with unfinished commands and begins to ask for new ones. */
  public void start() {
    journal.forgetOld(clock.instant());
    journal.unfinished().forEach(this::enqueue);
    poller.start();
  }

  /** Stops; a command that runs is interrupted and stays unfinished in the journal. */
  @Override
  public void close() {
    poller.interrupt();
    queues.close();
  }

  private void pollUntilInterrupted() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll() throws InterruptedException {
    try {
      take(source.commands(after, LONGEST_WAIT));
      backOff.reset();
    } catch (PortalUnavailableException | PortalRefusedException e) {
      Duration wait = backOff.nextWait();
      log.warn("asking for commands again in {} ms: {}", wait.toMillis(), e.getMessage());
      Thread.sleep(wait.toMillis());
    } catch (RuntimeException e) {
      // The loop's edge: a full disk must not end the loop, the portal keeps the command.
      log.error("commands could not be taken; check the state directory", e);
      Thread.sleep(backOff.nextWait().toMillis());
    }
  }

  private void take(CommandList list) {
    if (list.epoch() != epoch) {
      enter(list.epoch());
    }
    for (UnreadableCommand unreadable : list.unreadable()) {
      refuse(unreadable);
    }
    list.commands().forEach(this::take);
  }

  /** The portal's books are others than before: tells what is known, and begins at the first. */
  private void enter(long next) {
    long highest = knowledge.fences().highestEpoch(next);
    if (next < highest) {
      throw new PortalUnavailableException(
          "epoch of the portal is "
              + next
              + ", expected at least "
              + highest
              + ": its database was restored, and bin/portal reconcile was not run",
          null);
    }
    sink.accept(new Known(UUID.randomUUID(), clock.instant(), next, knowledge.list()));
    after = 0;
    epoch = next;
  }

  private void refuse(UnreadableCommand unreadable) {
    log.error("command {} cannot be read: {}", unreadable.id(), unreadable.problem());
    if (unreadable.id() != null) {
      reports.send(
          unreadable.id(), new CommandOutcome.Failed("MALFORMED", unreadable.problem(), false));
    }
    after = Math.max(after, unreadable.sequence());
  }

  private void take(SequencedCommand command) {
    // INVARIANT: an outcome is in the journal before its command is no longer pending.
    if (!pending.has(command.command().id())) {
      takeUnlessEnded(command);
    }
    after = Math.max(after, command.sequence());
  }

  private void takeUnlessEnded(SequencedCommand command) {
    UUID id = command.command().id();
    Optional<CommandOutcome> outcome = journal.outcome(id);
    if (outcome.isPresent()) {
      reports.send(id, outcome.get());
    } else {
      journal.begin(command);
      enqueue(command);
    }
  }

  private void enqueue(SequencedCommand command) {
    pending.add(command.command());
    queues.add(command.command().fence().serverId(), () -> attempt(command.command()));
  }

  private void attempt(AgentCommand command) {
    try {
      carryOut(command);
    } catch (RuntimeException e) {
      // The loop's edge: the command stays unfinished and is gone on with at the next start.
      log.error(
          "{} could not be journaled; check the state directory", CommandRun.name(command), e);
    } finally {
      pending.remove(command);
    }
  }

  private void carryOut(AgentCommand command) {
    reports.send(command.id(), new CommandOutcome.Running());
    CommandOutcome outcome = run.run(command);
    if (Thread.currentThread().isInterrupted()) {
      log.info(
          "{} was interrupted and is gone on with at the next start", CommandRun.name(command));
      return;
    }
    journal.end(command.id(), outcome);
    reports.send(command.id(), outcome);
  }
}
